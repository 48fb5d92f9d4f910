"""A value found on a page, with what speaks for it."""

from typing import Generic, TypeVar

from msgspec import Struct

from invoicy.pages.layout import Segment
from invoicy.pages.words import Word

Value = TypeVar("Value")


class Found(Struct, Generic[Value], frozen=True):
    """A value read from words of a page; score: how much speaks for it, from 0 to about 1; method: what found it."""

    value: Value
    page: int
    words: tuple[Word, ...]
    text: str
    score: float
    method: str

    @classmethod
    def of(  # noqa: PLR0913, PLR0917  all that a value has
        cls, value: Value, segment: Segment, words: tuple[Word, ...], score: float, method: str, text: str = ""
    ) -> "Found[Value]":
        printed = text or " ".join(word.text for word in words)
        return cls(value, segment.page, words, printed, score, method)
