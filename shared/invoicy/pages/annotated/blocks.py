"""Lines that stand under each other and belong together: addresses, letterheads, footers."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.names import is_postal, is_street

_BLOCK_LINES = 8
_NEAR_ROWS = 4


class Block(Struct, frozen=True, gc=False):
    """Lines that stand under each other and belong together: an address, a letterhead, a footer."""

    lines: tuple[Segment, ...]

    @property
    def top(self) -> Segment:
        return self.lines[0]

    def holds(self, segment: Segment) -> bool:
        return any(line.key == segment.key for line in self.lines)


def blocks_in(pages: AnnotatedPages) -> list[Block]:
    """All blocks of the pages, parted by titles and joined over the line some letters leave free."""
    whole = (block for layout in pages.layouts for block in blocks_of(list(layout.segments)))
    return _joined([part for block in whole for part in _parted(pages, block)])


def _parted(pages: AnnotatedPages, block: Block) -> Iterator[Block]:
    """A title of the document parts what stands over it from what stands under it."""
    lines: list[Segment] = []
    for line in block.lines:
        labels = pages.labels.of(line)
        if labels and labels[0].first and labels[0].last and labels[0].fields.get("title"):
            if lines:
                yield Block(tuple(lines))
            lines = []
        else:
            lines.append(line)
    if lines:
        yield Block(tuple(lines))


def _joined(blocks: list[Block]) -> list[Block]:
    """Some letters leave a line free between the street and the town."""
    joined: list[Block] = []
    for block in blocks:
        town = block.top
        streets = enumerate(joined) if is_postal(town.text) else ()
        index = next((i for i, one in streets if _goes_on(one.lines[-1], town)), None)
        if index is None:
            joined.append(block)
        else:
            joined[index] = Block((*joined[index].lines, *block.lines))
    return joined


def _goes_on(street: Segment, town: Segment) -> bool:
    if street.page != town.page or abs(street.x0 - town.x0) > street.size:
        return False
    return 0 < town.top - street.bottom < 2.2 * street.size and is_street(street.text) and not is_postal(street.text)


def blocks_of(segments: list[Segment]) -> list[Block]:
    """Segments that stand under each other, aligned left, right or in the middle, with no wide gap between."""
    groups: list[list[Segment]] = []
    near: list[list[Segment]] = []
    for segment in segments:
        near = [group for group in near if segment.row - group[-1].row <= _NEAR_ROWS]
        group = next((group for group in reversed(near) if _continues(group, segment)), None)
        if group is None:
            groups.append([segment])
            near.append(groups[-1])
        else:
            group.append(segment)
    return [Block(tuple(group)) for group in groups]


def _continues(group: list[Segment], segment: Segment) -> bool:
    last = group[-1]
    if last.page != segment.page or last.row == segment.row or len(group) >= _BLOCK_LINES + 4:
        return False
    small, large = (segment.size, last.size) if segment.size < last.size else (last.size, segment.size)
    if not -0.5 * large < segment.top - last.bottom < 0.95 * small or large > 2.2 * small:
        return False
    left, right = segment.x0 - last.x0, segment.x1 - last.x1
    middle = (segment.x0 + segment.x1 - last.x0 - last.x1) / 2
    return abs(left) < 0.8 * large or abs(right) < 0.4 * large or abs(middle) < 0.4 * large
