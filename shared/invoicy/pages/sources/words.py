"""Judges and cuts printed words, whichever source they come from."""

from __future__ import annotations

import re

_MIN_LETTERS = 12


_GARBAGE_SHARE = 0.2


_STRANGE = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\U0010ffff]")


def is_untrustworthy(text: str) -> bool:
    """A layer with hardly a letter, or with many characters that no invoice prints: fonts without a unicode map."""
    if sum(map(str.isalnum, text)) < _MIN_LETTERS:
        return True
    return is_garbled(text)


def is_garbled(text: str) -> bool:
    """Many of the characters are such as no invoice prints."""
    return len(_STRANGE.findall(text)) > _GARBAGE_SHARE * len(text)


_LABEL_LENGTH = 4


_CUTTING = re.compile("[:：°º№#/.\u3040-\u9fff\uac00-\ud7a3]")


def cuts(text: str) -> list[int]:
    """The places at which a printed word is a label and its value, or two labels: Date:2020, Rechnung/Invoice, #7."""
    if len(text) < 3 or text.startswith("http") or not _CUTTING.search(text):
        return []
    return [index for index in range(1, len(text)) if _is_cut(text, index)]


def _is_cut(text: str, index: int) -> bool:
    before, here = text[index - 1], text[index]
    if before in ":：":
        return index > 1 and here not in "/\\" and not text[index - 2].isdigit()
    if before in "°º№":
        return here.isalnum()
    if before == "#" or here == "#":
        return (here.isalnum() and index == 1) or before.isalpha()
    if before == "/":
        return all(c.isalpha() for c in text[max(0, index - 4) : index - 1] + text[index : index + 3]) and index > 3
    if before == ".":
        return here.isdigit() and index <= _LABEL_LENGTH and all(c.isalpha() for c in text[: index - 1])
    return _is_ideograph(before) != _is_ideograph(here)


def _is_ideograph(character: str) -> bool:
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"
