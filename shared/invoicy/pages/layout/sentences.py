"""Tells sentences from labels and their values."""

from invoicy.pages.layout.rows import Segment

# A label and its value rarely have five words of two letters or more. At 3, long labels count as sentences.
_MIN_WORDS = 5


def is_sentence(segment: Segment) -> bool:
    """Test for a line with more words of two letters or more than a label and its value have."""
    return sum(1 for word in segment.words if _is_word(word.text)) >= _MIN_WORDS


def _is_word(text: str) -> bool:
    return len(text) > 1 and text.strip(".,;:!").isalpha()
