"""The status of a reading in words and in a colour."""

from invoicy.drawing.canvas.inks import COLOURS, Colour, Ink
from invoicy.readings.reading import Status

VERDICTS: dict[Status, tuple[str, Colour]] = {
    Status.ACCEPTED: ("Accepted", COLOURS[Ink.CERTAIN]),
    Status.REVIEW: ("Needs review", COLOURS[Ink.DOUBTFUL]),
    Status.REJECTED: ("Rejected", COLOURS[Ink.WRONG]),
}
