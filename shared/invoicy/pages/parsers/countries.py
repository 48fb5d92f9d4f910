"""Names of countries in many languages."""

from functools import cache

from invoicy.model.code_lists import country_names
from invoicy.pages.lexicon.folding import fold


def country_code(text: str, *, iso: bool = False) -> str:
    """Return the ISO 3166-1 code of a country by its name; empty for other texts. iso: a code itself counts, as DE."""
    if iso and text in _by_name().values():
        return text
    return _by_name().get(fold(text), "")


def is_country(text: str) -> bool:
    """Test for the name of a country."""
    return bool(country_code(text))


@cache
def _by_name() -> dict[str, str]:
    return {fold(name): code for code, names in country_names().items() for name in names}
