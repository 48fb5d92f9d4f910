"""The names of months: in full and abbreviated, as they are printed alone and in dates."""

from collections.abc import Iterator

from infra.cldr.tables import added, alternatives, locale_of, table

LANGUAGES = (
    "en", "de", "fr", "es", "it", "nl", "pt", "pl", "cs", "sk", "sv", "da", "no", "fi", "hu", "ro", "hr", "sl", "ru",
    "uk", "bg", "el", "tr", "et", "lv", "lt", "id", "ca",
)  # fmt: skip
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def months() -> str:
    """Return the content of months.tsv."""
    more = {language: names for language, *names in added("months.tsv")}
    rows = ((language, *_names(language, more.get(language, [""] * len(MONTHS)))) for language in LANGUAGES)
    return table(("language", *MONTHS), rows)


def _names(language: str, more: list[str]) -> Iterator[str]:
    """Yield the names of each month. more: those that the CLDR does not have, divided by bars."""
    for number, others in enumerate(more, 1):
        yield alternatives((*_translated(language, number), *others.split("|")))


def _translated(language: str, number: int) -> Iterator[str]:
    months_of = locale_of(language).months
    for width in ("wide", "abbreviated"):
        for form in ("format", "stand-alone"):
            name = months_of[form][width][number].rstrip(".").lower()
            if name.isalpha():  # the Catalan "de gener" is its name alone with a preposition
                yield name
