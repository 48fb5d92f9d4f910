"""The names of months in all languages, from data/months.tsv."""

from functools import cache

from invoicy import data
from invoicy.pages.lexicon.folding import fold


@cache
def month_names() -> dict[str, dict[str, int]]:
    """Return for each folded name its number by language: listopada is 11 in Polish and 10 in Croatian."""
    names: dict[str, dict[str, int]] = {}
    for language, *months in data.rows("months.tsv"):
        for number, forms in enumerate(months, 1):
            for form in forms.split("|"):
                names.setdefault(fold(form), {})[language] = number
    return names


def numbers_of(name: str) -> dict[str, int]:
    """Return the numbers that the name of a month has, by language; empty if it is not one."""
    return month_names().get(fold(name), {})
