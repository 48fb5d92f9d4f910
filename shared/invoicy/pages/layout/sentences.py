"""Tells a line of prose from a label and its value."""

from invoicy.pages.layout.rows import Segment

_WORDS = 5


def is_sentence(segment: Segment) -> bool:
    """Words enough to say something, more than a label and its value need."""
    return sum(1 for word in segment.words if len(word.text) > 1 and word.text.strip(".,;:!").isalpha()) >= _WORDS
