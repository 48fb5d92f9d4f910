"""An identifier in a text."""

from msgspec import Struct


class PrintedIdentifier(Struct, frozen=True):
    """An identifier at text[start:end]. value: without blanks. sure: its check digits are right."""

    start: int
    end: int
    value: str
    sure: bool
