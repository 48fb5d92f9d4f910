"""Evidence for a name from its block of lines: an address, a letterhead, the facts of a company."""

from collections.abc import Iterator

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.from_places import is_address, sender_in
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.names import is_care_of, is_postal, is_street
from invoicy.pages.sources.page import PageText

_COMPANY = frozenset({"account", "id"})
_NEAR_LINES = 3
_STREET_WORDS = 6
_WINDOW_RIGHT = frozenset({"fr", "it", "es", "ca", "pt"})


def zone_of(segment: Segment, page: PageText) -> str:
    """The part of the page it stands in, from the top: head, window, middle, foot."""
    share = segment.top / page.height
    return "head" if share < 0.13 else "window" if share < 0.45 else "middle" if share < 0.8 else "foot"


class BlockPrint:
    """The facts shared by all blocks of the first page, and the evidence of each."""

    def __init__(self, people: NameCandidates) -> None:
        self.people, self.pages = people, people.pages
        self.page = people.pages.layouts[0].page
        self.addresses = [one for one in people.blocks if one.top.page == self.page.number and is_address(one)]
        self._lines: dict[tuple[int, int, int], list[Segment]] = {}
        self.senders = any("return address" in one.evidence for one in people.by_name.values())
        self.window_left = next(iter(people.pages.labels.languages), "") not in _WINDOW_RIGHT

    def of_block(self, block: Block, place: tuple[Segment, ...]) -> Iterator[str]:
        """place: the lines of the name, in the block."""
        lines = self._lines_of(block)
        index = next((i for i, line in enumerate(lines) if line.key == place[-1].key), None)
        if index is None:
            return
        under = lines[index + 1 :]
        yield "block top" if index < len(place) else f"line {min(index + 1, 3)} of its block"
        yield from _over(lines, index)
        yield from self._under(under)
        if any(is_postal(line.text) for line in under[: _NEAR_LINES + 1]):
            yield "town under it"
            yield f"address in {zone_of(place[0], self.page)}"
            yield from self._address(block, place[0])
        if len(lines) > 1 and _is_right_aligned(lines):
            yield "right aligned"
        if self._beside(block) >= _COMPANY:
            yield "bank and ids beside it"

    def _lines_of(self, block: Block) -> list[Segment]:
        """Without the sender's; found once for all names in it."""
        if block.top.key not in self._lines:
            self._lines[block.top.key] = [line for line in block.lines if not sender_in(self.people, line)]
        return self._lines[block.top.key]

    def _under(self, under: list[Segment]) -> Iterator[str]:
        """The kinds of facts in the lines under the name."""
        fields = {field for line in under for label in self.pages.labels.of(line) for field in label.fields}
        contact = any("@" in line.text or "www." in line.text for line in under) or "contact" in fields
        kinds = (
            ("street", bool(under) and is_street(under[0].text)),
            ("contact", contact),
            ("VAT id", "vat_id" in fields),
            ("buyer's VAT id", "buyer_vat_id" in fields),
            ("account", bool(fields & {"iban", "account"})),
            ("register", "other_id" in fields),
            ("care of", bool(under) and is_care_of(under[0].text)),
        )
        yield from (f"{kind} under it" for kind, there in kinds if there)

    def _beside(self, block: Block) -> set[str]:
        """The kinds of labels in the rows of a block, outside it."""
        own = {line.key for line in block.lines}
        beside = (one for line in block.lines for one in self.pages.row(line) if one.key not in own)
        fields = {field for one in beside for label in self.pages.labels.of(one) for field in label.fields}
        kinds = {"account": "account", "iban": "account", "vat_id": "id", "other_id": "id"}
        return {kinds[field] for field in fields & kinds.keys()}

    def _has_id(self, block: Block) -> bool:
        fields = {field for line in block.lines for label in self.pages.labels.of(line) for field in label.fields}
        return bool(fields & {"vat_id", "other_id"})

    def _address(self, block: Block, segment: Segment) -> Iterator[str]:
        """The address of the page that it heads, by its number."""
        order = next((i for i, one in enumerate(self.addresses) if one is block), None)
        if order is None:
            return
        yield f"address {min(order + 1, 3)}"
        if len(self.addresses) == 1:
            yield "only address"
        others = [one for one in self.addresses if one is not block and abs(one.top.top - segment.top) < 40]
        if others:
            if self._has_id(block) and not any(self._has_id(one) for one in others):
                yield "alone with an id"
            left = segment.x0 < others[0].top.x0
            yield "left address" if left else "right address"
            yield "address on the window's side" if left == self.window_left else "address on the other side"
        if self.senders and zone_of(segment, self.page) == "window":
            yield "address under a sender elsewhere"


def _is_right_aligned(lines: list[Segment]) -> bool:
    """The lines end together and begin apart, as letterheads at the right edge do."""
    ends, starts = [line.x1 for line in lines], [line.x0 for line in lines]
    return max(ends) - min(ends) < 2 and max(starts) - min(starts) > 4


def _over(lines: list[Segment], index: int) -> Iterator[str]:
    """Evidence from the lines over a name and under it."""
    if index and _is_heading(lines[index - 1], lines[index]):
        yield "under a heading"
    above = lines[index - 1] if index else None
    if above and len(above.words) <= _STREET_WORDS and ":" not in above.text and is_street(above.text):
        yield "under a street"
    if index + 1 < len(lines) and _is_heading(lines[index], lines[index + 1]):
        yield "like a heading"


def _is_heading(upper: Segment, line: Segment) -> bool:
    """A short line in another script than the one under it."""
    if len(upper.words) > 4 or any(c.isdigit() for c in upper.text):
        return False
    smaller = upper.size < 0.93 * line.size
    return smaller or upper.words[0].bold > line.words[0].bold or (upper.text.isupper() and not line.text.isupper())
