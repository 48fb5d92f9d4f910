"""Texts without the differences that pages, XML and people write into numbers and references."""


def compact(text: str) -> str:
    """Return the text in lower case without white space: "RE 2026-1" and "re2026-1" are the same number.

    Punctuation stays, because 12-3 and 1-23 are different numbers; labels and names are compared by `fold`.
    """
    return "".join(text.split()).casefold()
