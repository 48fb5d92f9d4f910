"""Evidence for a name from the block of lines that it is in: an address, a letterhead, the facts of a company."""

from collections.abc import Iterator

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import LayoutEvidence
from invoicy.pages.fields.parties.features.addresses import AddressFeatures
from invoicy.pages.fields.parties.names.from_places import sender_in
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.address_lines import is_postal, is_street
from invoicy.pages.parsers.names import is_care_of

_TOWN_LINES = 4  # lines under a name down to the town: department, person, street, town
_STREET_WORDS = 6  # words; a longer line with a house number is a sentence
_HEADING_WORDS = 4  # words; longer lines are not headings. With 3, one name changes
_HEADING_SIZE = 0.93  # share of the next line's size; above 1, one buyer is lost
_ENDS_TOGETHER = 2  # points; less than half a letter
_BEGIN_APART = 4  # points; lines that also begin together are set left
_LINES = (LayoutEvidence.LINE_2_OF_ITS_BLOCK, LayoutEvidence.LINE_3_OF_ITS_BLOCK)
_BESIDE = {"account": "account", "iban": "account", "vat_id": "id", "other_id": "id"}
_COMPANY = frozenset(_BESIDE.values())
"""Kinds of labels that together are the facts of a company."""


class BlockFeatures:
    """The evidence of blocks of lines."""

    def __init__(self, candidates: NameCandidates) -> None:
        self._candidates, self._pages = candidates, candidates.pages
        self._addresses = AddressFeatures(candidates)
        self._lines: dict[tuple[int, int, int], list[Segment]] = {}

    def of_block(self, block: Block, place: tuple[Segment, ...]) -> Iterator[LayoutEvidence]:
        """Yield the evidence of a name's block. place: the lines of the name in it."""
        lines = self._lines_of(block)
        index = next((i for i, line in enumerate(lines) if line.key == place[-1].key), None)
        if index is None:
            return
        under = lines[index + 1 :]
        yield LayoutEvidence.BLOCK_TOP if index < len(place) else _LINES[min(index, len(_LINES)) - 1]
        yield from _over(lines, index)
        yield from self._under(under)
        if any(is_postal(line.text) for line in under[:_TOWN_LINES]):
            yield LayoutEvidence.TOWN_UNDER_IT
            yield from self._addresses.of_address(block, place[0])
        if len(lines) > 1 and _is_right_aligned(lines):
            yield LayoutEvidence.RIGHT_ALIGNED
        if self._beside(block) >= _COMPANY:
            yield LayoutEvidence.BANK_AND_IDS_BESIDE_IT

    def _lines_of(self, block: Block) -> list[Segment]:
        """Return the lines of a block without a return address; computed once for all names in it."""
        if block.top.key not in self._lines:
            self._lines[block.top.key] = [line for line in block.lines if not sender_in(self._candidates, line)]
        return self._lines[block.top.key]

    def _under(self, under: list[Segment]) -> Iterator[LayoutEvidence]:
        """Yield the facts in the lines under the name."""
        fields = {field for line in under for label in self._pages.labels.of(line) for field in label.fields}
        contact = any("@" in line.text or "www." in line.text for line in under) or "contact" in fields
        facts = (
            (LayoutEvidence.STREET_UNDER_IT, bool(under) and is_street(under[0].text)),
            (LayoutEvidence.CONTACT_UNDER_IT, contact),
            (LayoutEvidence.VAT_ID_UNDER_IT, "vat_id" in fields),
            (LayoutEvidence.BUYERS_VAT_ID_UNDER_IT, "buyer_vat_id" in fields),
            (LayoutEvidence.ACCOUNT_UNDER_IT, bool(fields & {"iban", "account"})),
            (LayoutEvidence.REGISTER_UNDER_IT, "other_id" in fields),
            (LayoutEvidence.CARE_OF_UNDER_IT, bool(under) and is_care_of(under[0].text)),
        )
        yield from (kind for kind, holds in facts if holds)

    def _beside(self, block: Block) -> set[str]:
        """Return the kinds of facts in the rows of a block, outside it."""
        own = {line.key for line in block.lines}
        beside = (other for line in block.lines for other in self._pages.row(line) if other.key not in own)
        fields = {field for line in beside for label in self._pages.labels.of(line) for field in label.fields}
        return {_BESIDE[field] for field in fields & _BESIDE.keys()}


def _is_right_aligned(lines: list[Segment]) -> bool:
    """Test whether the lines end together and begin apart, as letterheads at the right edge do."""
    ends, starts = [line.x1 for line in lines], [line.x0 for line in lines]
    return max(ends) - min(ends) < _ENDS_TOGETHER and max(starts) - min(starts) > _BEGIN_APART


def _over(lines: list[Segment], index: int) -> Iterator[LayoutEvidence]:
    """Yield the evidence from the line above the name and the line below it."""
    above = lines[index - 1] if index else None
    if above and _is_heading(above, lines[index]):
        yield LayoutEvidence.UNDER_A_HEADING
    if above and len(above.words) <= _STREET_WORDS and ":" not in above.text and is_street(above.text):
        yield LayoutEvidence.UNDER_A_STREET
    if index + 1 < len(lines) and _is_heading(lines[index], lines[index + 1]):
        yield LayoutEvidence.LIKE_A_HEADING


def _is_heading(upper: Segment, lower: Segment) -> bool:
    """Test whether a line is a heading of the next one: short, without digits, and smaller, bold or in capitals."""
    if len(upper.words) > _HEADING_WORDS or any(c.isdigit() for c in upper.text):
        return False
    is_smaller = upper.size < _HEADING_SIZE * lower.size
    is_capital = upper.text.isupper() and not lower.text.isupper()
    return is_smaller or upper.words[0].bold > lower.words[0].bold or is_capital
