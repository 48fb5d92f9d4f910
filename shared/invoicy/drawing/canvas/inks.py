"""Colours and their meanings. All have enough contrast to white; a white halo separates frames from black print."""

from enum import StrEnum

Colour = tuple[int, int, int]

PAPER: Colour = (255, 255, 255)
DESK: Colour = (241, 243, 246)
TEXT: Colour = (24, 32, 44)
QUIET: Colour = (88, 99, 115)
RULE: Colour = (206, 212, 220)


class Ink(StrEnum):
    """The meaning of a mark."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"
    OTHER = "other"
    CODE = "code"


COLOURS: dict[Ink, Colour] = {
    Ink.CERTAIN: (21, 115, 71),
    Ink.DOUBTFUL: (180, 83, 9),
    Ink.WRONG: (190, 24, 40),
    Ink.OTHER: (51, 90, 150),
    Ink.CODE: (109, 40, 190),
}
# Tints of the first, second, ... invoice of a document; after the last tint follows the first again.
TINTS: tuple[Colour, ...] = ((110, 190, 245), (245, 222, 70), (240, 150, 205), (100, 220, 195), (165, 150, 245))


def tint_of(invoice: int) -> Colour:
    """Return the tint of an invoice. invoice: its position in the document, from 0."""
    return TINTS[invoice % len(TINTS)]
