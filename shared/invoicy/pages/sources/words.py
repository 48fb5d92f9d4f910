"""Checks and splits printed words, from any source."""

from __future__ import annotations

import re

# Letters, set by hand: a page number or a stamp has fewer, the shortest page of the corpus has 112.
_MIN_LETTERS = 12
# Share of unprintable characters, set by hand: on the corpus, good text has at most .006.
_MAX_GARBAGE = 0.2
# Control characters, the private use area, and "specials": no invoice prints them.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\U0010ffff]")
_MAX_LABEL_LENGTH = 4  # letters before a full stop: No.7, Nr.7, Num.7; longer is the name of a web site
_MIN_SIDE_LETTERS = 3  # letters on each side of a slash: Rechnung/Invoice, but not c/o or km/h
_SEPARATORS = re.compile("[:：°º№#/.\u3040-\u9fff\uac00-\ud7a3]")


def is_untrustworthy(text: str) -> bool:
    """Test for a text layer with hardly any letters, or with many characters that no invoice prints."""
    if sum(map(str.isalnum, text)) < _MIN_LETTERS:
        return True
    return is_garbled(text)


def is_garbled(text: str) -> bool:
    """Test for text with many unprintable characters, as fonts without a Unicode map give."""
    return len(_UNPRINTABLE.findall(text)) > _MAX_GARBAGE * len(text)


def cuts(text: str) -> list[int]:
    """Return the offsets at which to split a printed word that is a label and its value, or two labels.

    Examples: Date:2020, #17, Rechnung/Invoice.
    """
    if len(text) < 3 or text.startswith("http") or not _SEPARATORS.search(text):
        return []
    return [index for index in range(1, len(text)) if _is_cut(text, index)]


def _is_cut(text: str, index: int) -> bool:
    before, here = text[index - 1], text[index]
    if before in ":：":
        return index > 1 and here not in "/\\" and not text[index - 2].isdigit()  # not in https:// and 12:30
    if before in "°º№":
        return here.isalnum()
    if before == "#" or here == "#":
        return (here.isalnum() and index == 1) or before.isalpha()
    if before == "/":
        return index > _MIN_SIDE_LETTERS and _is_between_letters(text, index)
    if before == ".":
        return here.isdigit() and index <= _MAX_LABEL_LENGTH and all(c.isalpha() for c in text[: index - 1])
    return _is_ideograph(before) != _is_ideograph(here)


def _is_between_letters(text: str, index: int) -> bool:
    """Test whether the characters around the slash before the index are letters."""
    around = text[max(0, index - 1 - _MIN_SIDE_LETTERS) : index - 1] + text[index : index + _MIN_SIDE_LETTERS]
    return all(character.isalpha() for character in around)


def _is_ideograph(character: str) -> bool:
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"
