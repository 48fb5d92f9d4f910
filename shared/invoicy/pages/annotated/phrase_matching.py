"""Phrases of the lexicon in the segments of a page."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lexicon.phrases import lexicon

SEPARATORS = frozenset({"/", "|", "//"})
"""Words between a label and its translation."""

COLONS = (":", "：")
"""Ends of a label: the usual colon and the wide one of Chinese and Japanese."""

# Words of a phrase. Letters that are set apart are a word each, and so are marks. At 4, two values of the corpus are
# lost; 8 and more read it alike.
_MAX_PHRASE_WORDS = 24


class PhraseMatch(Struct, frozen=True, gc=False):
    """Words[start:end] of a segment that are a phrase of the lexicon, or a phrase and its translations.

    keys: the folded phrases. upper: the first line of a label of several lines, if segment is its last line.
    """

    segment: Segment
    start: int
    end: int
    keys: tuple[str, ...]
    upper: Segment | None = None


def matches_in(segment: Segment, *, split_at_separators: bool = False) -> Iterator[PhraseMatch]:
    """Yield the longest phrases of a segment from left to right.

    split_at_separators: end a phrase before a mark between two languages.
    """
    keys = [fold(word.text) for word in segment.words]
    separators = [i for i, word in enumerate(segment.words) if split_at_separators and word.text in SEPARATORS]
    start = 0
    while start < len(keys):
        limit = next((separator for separator in separators if separator >= start), len(keys))
        end, key = _longest_phrase(keys[:limit], start) if keys[start] else (start, "")
        if key:
            yield PhraseMatch(segment, start, end, (key,))
        start = max(end, start + 1)


def _longest_phrase(keys: Sequence[str], start: int) -> tuple[int, str]:
    """Return the end and the key of the longest phrase that begins at a word; the key is empty without a phrase."""
    known = lexicon()
    text, longest = "", (start, "")
    for end in range(start, min(len(keys), start + _MAX_PHRASE_WORDS)):
        text += keys[end]
        if not known.may_begin(text):
            break
        if keys[end] and text in known.phrases:
            longest = (end + 1, text)
    return longest if longest[1] else (start + 1, known.label_at_end_of(keys[start]))
