"""Labels broken over two or three lines, as in the heads of narrow columns."""

from collections.abc import Iterator

from invoicy.pages.annotated.bilingual import translated_parts
from invoicy.pages.annotated.phrase_matching import PhraseMatch
from invoicy.pages.layout.rows import Layout, Segment, SegmentKey, edge_offsets
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lexicon.phrases import lexicon

# Set by hand: 2 to 4 read the corpus alike.
_MAX_LINES = 3
# Words of a label of two lines: longer text is a sentence in a narrow column.
_MAX_WORDS = 6
# Words that each further line may add.
_MAX_WORDS_OF_NEXT_LINE = 2
# Rows that may be between two lines of a label, because other columns have other line spacing.
_MAX_ROWS = 5
# Share of the size by which boxes of two lines may overlap, as they include room above and below the letters.
_MAX_OVERLAP = 0.3
# Share of the size that may be free between the lines of a label; a free line is about 1.
_MAX_LEADING = 0.5
# Share of the size by which the lines of a label may be out of alignment: less than a letter.
_MAX_EDGE_OFFSET = 0.3


def stacked_in(layout: Layout, *, bilingual: bool) -> Iterator[tuple[SegmentKey, tuple[PhraseMatch, ...]]]:
    """Yield the matches of lines that are one label together. The last line gets it, the lines above get none."""
    taken: set[SegmentKey] = set()
    for row in layout.rows:
        for first in row:
            stacks = _stacks(layout, first, bilingual=bilingual)
            lines, keys = next((stack for stack in stacks if taken.isdisjoint(line.key for line in stack[0])), ([], ()))
            if not lines:
                continue
            taken |= {line.key for line in lines}
            *upper, last = lines
            yield from ((line.key, ()) for line in upper)
            yield last.key, (PhraseMatch(last, 0, len(last.words), keys, first),)


def _stacks(layout: Layout, first: Segment, *, bilingual: bool) -> Iterator[tuple[list[Segment], tuple[str, ...]]]:
    """Yield lines that make one label together and its phrases, the most lines first."""
    column = _column(layout, first)
    for size in range(len(column), 1, -1):
        lines = column[:size]
        keys = () if _have_own_values(layout, lines) else _phrases_of(lines, bilingual=bilingual)
        if keys:
            yield lines, keys


def _have_own_values(layout: Layout, lines: list[Segment]) -> bool:
    """Test whether each line has a number beside it and the first line is a label by itself."""
    right = [layout.rows[line.row][line.column + 1 : line.column + 2] for line in lines]
    have_numbers = all(any(map(str.isdigit, "".join(segment.text for segment in beside))) for beside in right)
    return have_numbers and fold(lines[0].text) in lexicon().phrases


def _column(layout: Layout, first: Segment) -> list[Segment]:
    """Return a segment and the lines right under it that are short enough to be one label with it."""
    lines = [first]
    if len(first.words) >= _MAX_WORDS or ":" in first.text or any(map(str.isdigit, first.text)):
        return lines
    for row in layout.rows[first.row + 1 : first.row + 1 + _MAX_ROWS]:
        if row[0].top > lines[-1].bottom + first.size:
            break
        lower = next((segment for segment in row if _is_right_under(lines[-1], segment)), None)
        most_words = _MAX_WORDS + _MAX_WORDS_OF_NEXT_LINE * (len(lines) - 1)
        if lower and sum(len(line.words) for line in (*lines, lower)) <= most_words:
            lines.append(lower)
        if len(lines) == _MAX_LINES:
            break
    return lines


def _phrases_of(lines: list[Segment], *, bilingual: bool) -> tuple[str, ...]:
    """Return the phrases that lines make together: one, or on a bilingual page one of each language."""
    known = lexicon().phrases
    words = _words_of(lines)
    key = "".join(fold(word) for word in words)
    if key in known:
        return () if len(words) > _MAX_WORDS or _is_title(fold(lines[0].text)) else (key,)
    parts = translated_parts(words, fold)
    if not bilingual or len(parts) == 1 or parts[-1] not in known:
        return ()
    if any(_is_complete(lines[:size]) for size in range(1, len(lines))):
        return ()
    return tuple(part for part in parts if part in known)


def _is_complete(lines: list[Segment]) -> bool:
    """Test whether the lines are a whole label in two languages, without a slash at the end."""
    words = _words_of(lines)
    parts = translated_parts(words, fold)
    return not words[-1].endswith("/") and len(parts) > 1 and parts[-1] in lexicon().phrases


def _words_of(lines: list[Segment]) -> list[str]:
    return [word.text for line in lines for word in line.words]


def _is_title(key: str) -> bool:
    return any(field.startswith("title") for _, field, _ in lexicon().phrases.get(key, ()))


def _is_right_under(upper: Segment, lower: Segment) -> bool:
    """Test for the next line of the same column: aligned left, right or centred."""
    gap = lower.top - upper.bottom
    if not -_MAX_OVERLAP * upper.size < gap < _MAX_LEADING * upper.size:
        return False
    return min(edge_offsets(upper, lower)) < _MAX_EDGE_OFFSET * upper.size
