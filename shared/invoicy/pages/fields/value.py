"""A value found on a page, with what speaks for it."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct, structs

from invoicy.pages.layout.rows import Segment
from invoicy.pages.sources.page import Word

Value = TypeVar("Value")
_LEAST = 0.05
_MOST = 3


class FieldValue(Struct, Generic[Value], frozen=True):
    """A value read from words of a page; score: how much speaks for it, from 0 to about 1; method: what found it.

    others: what it may be instead, the likeliest first, at most three.
    """

    value: Value
    page: int
    words: tuple[Word, ...]
    text: str
    score: float
    method: str
    others: "tuple[FieldValue[Value], ...]" = ()

    @classmethod
    def of(  # noqa: PLR0913, PLR0917  all that a value has
        cls, value: Value, segment: Segment, words: tuple[Word, ...], score: float, method: str, text: str = ""
    ) -> "FieldValue[Value]":
        printed = text or " ".join(word.text for word in words)
        return cls(value, segment.page, words, printed, score, method)

    def beside(self, others: "Iterable[FieldValue[Value] | None]") -> "FieldValue[Value]":
        """The same with the other values that it may be, each once, without those that hardly anything speaks for."""
        by_value: dict[Value, FieldValue[Value]] = {}
        for other in others:
            if other is not None and other.value != self.value and other.score >= _LEAST:
                by_value.setdefault(other.value, other)
        likeliest = sorted(by_value.values(), key=lambda other: -other.score)
        return structs.replace(self, others=tuple(likeliest[:_MOST]))
