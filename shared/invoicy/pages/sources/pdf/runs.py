"""Runs of characters without a space between them, and the places at which a run is two words."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

_JUMP, _SPACE, _KERNED, _SET_APART = 0.3, 0.22, 0.145, 1.7


Char = tuple[str, float, float, float, float, int]


"""A printed character: text, x0, top, x1, bottom, index. A tuple, because a page has thousands of them."""


def runs(chars: Iterable[Char | None], is_made_up: Callable[[int], bool]) -> Iterator[list[Char]]:
    """Characters without a space, a jump or a new line between them.

    is_made_up: whether the space at an index is not printed, but follows from a gap alone.
    """
    for stretch, spaced in _stretches(chars):
        start = 0
        for end in [*_without_kerning(stretch, spaced, is_made_up), len(stretch)]:
            yield stretch[start:end]
            start = end


def _stretches(chars: Iterable[Char | None]) -> Iterator[tuple[list[Char], list[int]]]:
    """Characters without a jump or a new line between them, and before which of them there is a space."""
    stretch: list[Char] = []
    spaced: list[int] = []
    space = False
    for char in chars:
        if char is None:
            space = True
            continue
        if stretch and _jumps(stretch[-1], char):
            yield stretch, spaced
            stretch, spaced = [], []
        elif space and stretch:
            spaced.append(len(stretch))
        stretch.append(char)
        space = False
    if stretch:
        yield stretch, spaced


def _without_kerning(stretch: list[Char], spaced: list[int], is_made_up: Callable[[int], bool]) -> list[int]:
    """The spaces except those that are narrower than any, or hardly wider than the gaps between all letters.

    Letters that are as far apart as words are left as they are: layout.py closes them up.
    """
    follows = {at for at in spaced if stretch[at][5] - stretch[at - 1][5] == 2 and is_made_up(stretch[at][5] - 1)}
    if not follows:
        return spaced
    printed = set(spaced) - follows
    gaps = [second[1] - first[3] for first, second in pairwise(stretch)]
    within = sorted(gap for at, gap in enumerate(gaps, 1) if at not in printed)
    size, usual = stretch[0][4] - stretch[0][2], within[len(within) // 2]
    widest = min(max(_KERNED * size, _SET_APART * usual), _SPACE * size)
    return [at for at in spaced if at in printed or not 0 <= gaps[at - 1] < widest]


def _jumps(last: Char, char: Char) -> bool:
    _, last_x0, last_top, last_x1, last_bottom, _ = last
    _, x0, top, _, bottom, _ = char
    if top == last_top and bottom == last_bottom and last_x0 <= x0 <= last_x1:
        return False  # as most do, in one line of one size
    size = max(last_bottom - last_top, bottom - top, 1.0)  # a dash may have a flat box
    return x0 - last_x1 > _JUMP * size or last_x0 - x0 > 0.5 * size or abs(bottom + top - last_bottom - last_top) > size
