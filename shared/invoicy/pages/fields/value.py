"""A value read from a page, with its place, its score and its alternatives."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from msgspec import Struct, structs

from invoicy.pages.annotated.slots import Relation
from invoicy.pages.layout.rows import Segment
from invoicy.pages.scoring.choice import AnyCandidate, Choice
from invoicy.pages.sources.page import Word

Value = TypeVar("Value")
_LABEL = "label"  # the first word of every method that is a label
_MIN_SCORE = 0.05  # a person who checks the value gains nothing from an alternative with a chance below 1 in 20
_MAX_ALTERNATIVES = 3  # alternatives that a finding can list in one readable sentence


class FieldValue(Struct, Generic[Value], frozen=True):
    """A value read from words of a page.

    score: 0 to about 1, as defined in `invoicy.pages.scoring`. method: what led to the value, such as "label below".
    alternatives: up to three other values, the likeliest first.
    """

    value: Value
    page: int
    words: tuple[Word, ...]
    text: str
    score: float
    method: str
    alternatives: "tuple[FieldValue[Value], ...]" = ()

    @classmethod
    def of(  # noqa: PLR0913, PLR0917  all that a value has
        cls, value: Value, segment: Segment, words: tuple[Word, ...], score: float, method: str, text: str = ""
    ) -> "FieldValue[Value]":
        """Return the value of words in a segment. text: as printed; by default the words with spaces between them."""
        printed = text or " ".join(word.text for word in words)
        return cls(value, segment.page, words, printed, score, method)

    @property
    def is_labelled(self) -> bool:
        """Test whether a label led to the value."""
        return self.method.startswith(_LABEL)

    def beside(self, others: "Iterable[FieldValue[Value] | None]") -> "FieldValue[Value]":
        """Return the value with its alternatives: the likeliest of other values, each value once."""
        by_value: dict[Value, FieldValue[Value]] = {}
        for other in others:
            if other is not None and other.value != self.value and other.score >= _MIN_SCORE:
                by_value.setdefault(other.value, other)
        ranked = sorted(by_value.values(), key=lambda other: -other.score)
        return structs.replace(self, alternatives=tuple(ranked[:_MAX_ALTERNATIVES]))


def label_method(relation: Relation) -> str:
    """Return the method of a value by the place of its label: label below."""
    return f"{_LABEL} {relation}"


def chosen_value(
    choice: Choice[AnyCandidate],
    rivals: Iterable[Choice[AnyCandidate]],
    value_of: Callable[[AnyCandidate, float], FieldValue[Value]],
) -> FieldValue[Value] | None:
    """Return the value of the chosen candidate with those of its rivals as alternatives; None for no candidate."""
    if choice.candidate is None:
        return None
    alternatives = (value_of(rival.candidate, rival.chance) for rival in rivals if rival.candidate is not None)
    return value_of(choice.candidate, choice.chance).beside(alternatives)
