"""Runs of characters without a space between them, and the places at which a run is two words."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

# Share of the size from which a move to the right begins a new run: more than a space, 0.28.
_JUMP_FORWARD = 0.3
# Share of the size from which a move to the left does: more than kerning moves a letter back.
_JUMP_BACK = 0.5
# Points that count as the size of flat characters: a dash may have a box without height.
_MIN_SIZE = 1.0
# A generated space does not count if it is narrower than this share of the size: kerning. Set by hand.
_KERNED = 0.145
# Nor if it is narrower than so many median gaps between the letters of the line. Set by hand.
_SET_APART = 1.7
# It always counts from this share of the size on: Calibri has one of the narrowest spaces, 0.226.
_SPACE = 0.22

Char = tuple[str, float, float, float, float, int]
"""A printed character: text, x0, top, x1, bottom, index. A tuple, because a page has thousands of them."""


def runs(chars: Iterable[Char | None], is_generated: Callable[[int], bool]) -> Iterator[list[Char]]:
    """Yield characters without a space, a jump or a new line between them.

    chars: None for a space. is_generated: returns True for the index of a space that PDFium has inserted at a gap.
    """
    for stretch, spaces in _stretches(chars):
        start = 0
        for end in [*_word_ends(stretch, spaces, is_generated), len(stretch)]:
            yield stretch[start:end]
            start = end


def _stretches(chars: Iterable[Char | None]) -> Iterator[tuple[list[Char], list[int]]]:
    """Yield characters without a jump or a new line between them, and the positions that follow a space."""
    stretch: list[Char] = []
    spaces: list[int] = []
    is_after_space = False
    for char in chars:
        if char is None:
            is_after_space = True
            continue
        if stretch and _jumps(stretch[-1], char):
            yield stretch, spaces
            stretch, spaces = [], []
        elif is_after_space and stretch:
            spaces.append(len(stretch))
        stretch.append(char)
        is_after_space = False
    if stretch:
        yield stretch, spaces


def _word_ends(stretch: list[Char], spaces: list[int], is_generated: Callable[[int], bool]) -> list[int]:
    """Return the spaces except generated ones that are narrow, or hardly wider than the gaps between all letters.

    Letters as far apart as words stay apart: layout/spaced_letters.py joins them.
    """
    generated = {at for at in spaces if stretch[at][5] - stretch[at - 1][5] == 2 and is_generated(stretch[at][5] - 1)}
    if not generated:
        return spaces
    printed = set(spaces) - generated
    gaps = [right[1] - left[3] for left, right in pairwise(stretch)]
    unprinted = sorted(gap for at, gap in enumerate(gaps, 1) if at not in printed)
    size, median = stretch[0][4] - stretch[0][2], unprinted[len(unprinted) // 2]
    narrowest = min(max(_KERNED * size, _SET_APART * median), _SPACE * size)
    return [at for at in spaces if at in printed or not 0 <= gaps[at - 1] < narrowest]


def _jumps(last: Char, char: Char) -> bool:
    """Test whether a character is on another line, or away from the last one on the same line."""
    _, last_x0, last_top, last_x1, last_bottom, _ = last
    _, x0, top, _, bottom, _ = char
    if top == last_top and bottom == last_bottom and last_x0 <= x0 <= last_x1:
        return False  # the usual case: one line of one size
    size = max(last_bottom - last_top, bottom - top, _MIN_SIZE)
    if abs(bottom + top - last_bottom - last_top) > size:
        return True
    return x0 - last_x1 > _JUMP_FORWARD * size or last_x0 - x0 > _JUMP_BACK * size
