"""The names of countries in the languages that invoices are printed in, English first."""

from collections.abc import Iterator

from infra.cldr.tables import added, alternatives, locale_of, table

LANGUAGES = (
    "en", "de", "fr", "it", "es", "nl", "pt", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "bg", "el", "tr", "ru", "uk",
    "sv", "da", "no", "fi", "et", "lv", "lt", "is", "ja", "zh", "vi", "ca",
)  # fmt: skip


def countries() -> str:
    """Return the content of countries.tsv. Its countries are those of infra/cldr/countries.tsv."""
    return table(("code", "names"), _rows())


def _rows() -> Iterator[tuple[str, str]]:
    for code, name, others in added("countries.tsv"):
        translated = (locale_of(language).territories.get(code, "") for language in LANGUAGES)
        yield code, alternatives((name, *translated, *others.split("|")))
