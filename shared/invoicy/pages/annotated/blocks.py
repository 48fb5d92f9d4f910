"""Blocks: lines under each other that belong together, such as an address, a letterhead or a footer."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment, edge_offsets
from invoicy.pages.parsers.address_lines import is_postal, is_street

# An address has up to 8 lines, a letterhead with phone numbers and accounts a few more. At 6, letterheads are cut in
# two.
_MAX_LINES = 12
# Rows that may be between two lines of a block, because other columns have other line spacing. At 1, blocks are cut.
_MAX_ROW_DISTANCE = 4
# Share of the larger size by which boxes of two lines may overlap, as they include room above and below the letters.
_MAX_OVERLAP = 0.5
# Share of the smaller size that may be free between two lines: just less than a free line. At 0.5, addresses are cut;
# at 1.6, blocks merge.
_MAX_LEADING = 0.95
# A name may be printed twice as large as the address under it, a title larger. At 1.2, a name of the corpus is lost.
_MAX_SIZE_RATIO = 2.2
# Share of the larger size by which left edges may be out of alignment: most blocks are aligned left, and some indent a
# line.
_MAX_LEFT_OFFSET = 0.8
# The same for right edges, which are near each other by chance more often.
_MAX_RIGHT_OFFSET = 0.4
# The same for centres.
_MAX_CENTRE_OFFSET = 0.4
# Sizes of the street's print between street and town: one free line, its leading included.
_MAX_DISTANCE_OF_TOWN = 2.2


class Block(Struct, frozen=True, gc=False):
    """Lines under each other that belong together: an address, a letterhead, a footer."""

    lines: tuple[Segment, ...]

    @property
    def top(self) -> Segment:
        return self.lines[0]

    def contains(self, segment: Segment) -> bool:
        return any(line.key == segment.key for line in self.lines)


def blocks_in(pages: AnnotatedPages) -> list[Block]:
    """Return the blocks of the pages, split at titles and joined over a free line before the town."""
    blocks = (block for layout in pages.layouts for block in blocks_of(list(layout.segments)))
    return _with_towns([part for block in blocks for part in _split_at_titles(pages, block)])


def blocks_of(segments: list[Segment]) -> list[Block]:
    """Group segments under each other that are aligned left, right or centred, without a wide gap between them."""
    groups: list[list[Segment]] = []
    near: list[list[Segment]] = []
    for segment in segments:
        near = [group for group in near if segment.row - group[-1].row <= _MAX_ROW_DISTANCE]
        group = next((group for group in reversed(near) if _continues(group, segment)), None)
        if group is None:
            groups.append([segment])
            near.append(groups[-1])
        else:
            group.append(segment)
    return [Block(tuple(group)) for group in groups]


def _continues(group: list[Segment], segment: Segment) -> bool:
    last = group[-1]
    if last.page != segment.page or last.row == segment.row or len(group) >= _MAX_LINES:
        return False
    small, large = (segment.size, last.size) if segment.size < last.size else (last.size, segment.size)
    if not -_MAX_OVERLAP * large < segment.top - last.bottom < _MAX_LEADING * small or large > _MAX_SIZE_RATIO * small:
        return False
    left, right, centre = edge_offsets(last, segment)
    return left < _MAX_LEFT_OFFSET * large or right < _MAX_RIGHT_OFFSET * large or centre < _MAX_CENTRE_OFFSET * large


def _split_at_titles(pages: AnnotatedPages, block: Block) -> Iterator[Block]:
    """Yield the lines above, between and below titles of the document."""
    lines: list[Segment] = []
    for line in block.lines:
        if not _is_title(pages, line):
            lines.append(line)
            continue
        if lines:
            yield Block(tuple(lines))
        lines = []
    if lines:
        yield Block(tuple(lines))


def _is_title(pages: AnnotatedPages, line: Segment) -> bool:
    labels = pages.labels.of(line)
    return bool(labels and labels[0].begins_segment and labels[0].ends_segment and labels[0].fields.get("title"))


def _with_towns(blocks: list[Block]) -> list[Block]:
    """Join a block that begins with a town to the block that ends with its street."""
    joined: list[Block] = []
    for block in blocks:
        index = _block_of_street(joined, block.top) if is_postal(block.top.text) else None
        if index is None:
            joined.append(block)
        else:
            joined[index] = Block((*joined[index].lines, *block.lines))
    return joined


def _block_of_street(blocks: list[Block], town: Segment) -> int | None:
    return next((index for index, block in enumerate(blocks) if _is_street_of(block.lines[-1], town)), None)


def _is_street_of(street: Segment, town: Segment) -> bool:
    """Test whether a town is printed under its street with a free line between them, as in some letters."""
    if street.page != town.page or abs(street.x0 - town.x0) > street.size:
        return False
    is_near = 0 < town.top - street.bottom < _MAX_DISTANCE_OF_TOWN * street.size
    return is_near and is_street(street.text) and not is_postal(street.text)
