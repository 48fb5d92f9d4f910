"""The catalogue of a language: data/wording/en.tsv. It is loaded with the first finding, not before.

It has the sentences of rules. Sentences of other findings, such as those about pages, are in the code that makes them.

Columns: key, case, words. The key is a rule's id or a family of rules, "*" for sentences that many rules share; the
case distinguishes the ways in which a rule is broken and is empty for the usual one. In the words of a sentence

    =missing    is replaced by the shared sentence of that name
    ...|...     separates alternatives: the first one whose values are all present is taken
    ~...        keeps the place ("Line 3: ") from the beginning of the sentence

Further keys: "name" (business names as they read within a sentence, by term), "place" (groups that repeat, by field
path), "sum" (by kind of sum and number of its amounts), "list" (of codes), "category" (of VAT), "group" and "word".
"""

from functools import cache

from invoicy import data

SHARED = "*"


@cache
def words(language: str = "en") -> dict[tuple[str, str], str]:
    """Return words by (key, case). Raises FileNotFoundError for a language without a catalogue."""
    return {(key, case): text for key, case, text in data.rows(f"wording/{language}.tsv")}


def template(key: str, case: str) -> str | None:
    """Return the template of a rule's case, or else of its usual case; None if the catalogue has neither."""
    catalogue = words()
    for row in ((key, case), (SHARED, case) if case else (key, ""), (key, "")):
        text = catalogue.get(row)
        if text is not None:
            return catalogue[SHARED, text[1:]] if text.startswith("=") else text
    return None


def word(key: str, case: str) -> str:
    """Return words that every catalogue has."""
    return words()[key, case]
