"""What the print says of every name: its place, its size, the block it stands in, what repeats it."""

from collections.abc import Iterator

from invoicy.pages.blocks import Block
from invoicy.pages.item_rows import Row, item_rows
from invoicy.pages.labels import fold
from invoicy.pages.layout import Segment
from invoicy.pages.line_names import body_size
from invoicy.pages.names import is_care_of, is_postal, is_street, legal_form_end
from invoicy.pages.party_places import is_address, sender_in
from invoicy.pages.people import People, Person

_PARTIES = frozenset({"seller", "buyer", "holder", "ship_to"})
_COMPANY = frozenset({"account", "id"})
_NEAR_LINES = 3
_WINDOW_RIGHT = frozenset({"fr", "it", "es", "ca", "pt"})


def read_print(people: People) -> None:
    """What place, size and neighbours say of the names that were found."""
    printed = _Print(people)
    for person in people.by_name.values():
        for kind in printed.of_name(person):
            person.note(kind)
        first, *others = sorted(person.places, key=lambda place: (place[0].page, place[0].row))
        for kind in printed.of_place(person.name, first):
            person.note(kind)
        for kind in {kind for place in others for kind in printed.of_place(person.name, place)}:
            person.note(f"also {kind}")


class _Print:
    """What is the same for all names of the pages, and the evidence of each."""

    def __init__(self, people: People) -> None:
        self.people, self.scene = people, people.scene
        self.page = people.scene.layouts[0].page
        self.body = body_size(people.scene)
        places = [place[0] for person in people.by_name.values() for place in person.places]
        self.largest = max((place.size for place in places if place.page == self.page.number), default=0.0)
        self.window_left = next(iter(people.scene.labels.languages), "") not in _WINDOW_RIGHT
        self.items: frozenset[Row] = item_rows(people.scene)
        self.addresses = [one for one in people.blocks if one.top.page == self.page.number and is_address(one)]
        self.senders = any("return address" in one.evidence for one in people.by_name.values())

    # ------------------------------------------------------------------ the name itself
    def of_name(self, person: Person) -> Iterator[str]:
        yield from _form_of(person.name)
        key = fold(person.name)
        times = sum(key in text for text in self.people.texts) if len(key) > 4 else 1
        if times > 1:
            yield "repeated"
        if times > 2:
            yield "repeated again"
        own = {line.key for line in person.block.lines} if person.block else set()
        alike = [segment for domain, segment in self.people.domains if is_like(person.name, domain)]
        if alike:
            yield "domain in its block" if all(segment.key in own for segment in alike) else "domain"

    # ------------------------------------------------------------------ a place where it stands
    def of_place(self, name: str, place: tuple[Segment, ...]) -> Iterator[str]:
        segment = place[0]
        yield from self._zone(segment)
        yield from self._type(segment)
        if (segment.page, segment.row) in self.items:
            yield "items"
        if any(one.places == 2 for other in self.scene.row(segment) for one in self.scene.amounts_of(other)):
            yield "amounts in its row"
        if self.people.is_bank(segment):
            yield "bank"
        if self._is_label(segment, name):
            yield "label word"
        yield from self._left(segment)
        block = self.people.block_of(segment)
        if block:
            yield from self._block(block, place)

    def _zone(self, segment: Segment) -> Iterator[str]:
        if segment.page != self.page.number:
            yield "later page"
            return
        share, side = segment.top / self.page.height, segment.x0 / self.page.width
        height = "head" if share < 0.13 else "window" if share < 0.45 else "middle" if share < 0.8 else "foot"
        yield f"{height} {'left' if side < 0.45 else 'right'}"
        if segment.row == 0:
            yield "first row"
        elif segment.row < 3:
            yield "next rows"

    def _type(self, segment: Segment) -> Iterator[str]:
        ratio = segment.size / self.body
        if segment.size >= self.largest:
            yield "largest"
        if ratio > 1.35:
            yield "large"
        elif ratio > 1.1:
            yield "larger"
        elif ratio < 0.87:
            yield "small"
        if segment.words[0].bold:
            yield "bold"

    def _is_label(self, segment: Segment, name: str) -> bool:
        """A known label makes most of it."""
        labels = self.scene.labels.of(segment)
        key = fold(name)
        return any(len(label.key) > 0.6 * len(key) and label.key in key for label in labels)

    def _left(self, segment: Segment) -> Iterator[str]:
        """The label in the row before it, which it is the value of."""
        row = self.scene.row(segment)[: segment.column]
        labels = [label for one in row[-1:] for label in self.scene.labels.of(one) if label.last or label.colon]
        if labels and not any(field in _PARTIES for field in labels[-1].fields):
            yield "value of a label"

    # ------------------------------------------------------------------ the block it stands in
    def _block(self, block: Block, place: tuple[Segment, ...]) -> Iterator[str]:
        lines = [line for line in block.lines if not sender_in(self.people, line)]
        index = next((i for i, line in enumerate(lines) if line.key == place[-1].key), None)
        if index is None:
            return
        under = lines[index + 1 :]
        if index and _is_heading(lines[index - 1], lines[index]):
            yield "under a heading"
        if index and is_street(lines[index - 1].text) and not sender_in(self.people, lines[index - 1]):
            yield "under a street"
        if under and is_care_of(under[0].text):
            yield "care of under it"
        if index < len(place):
            yield "block top"
        if len(lines) > 1 and _is_right_aligned(lines):
            yield "right aligned"
        if any(is_postal(line.text) for line in under[: _NEAR_LINES + 1]):
            yield "town under it"
            yield f"address in {next(self._zone(place[0]))}".rsplit(" ", 1)[0]
            yield from self._address(block, place[0])
        if under and is_street(under[0].text):
            yield "street under it"
        if self._beside(block) >= _COMPANY:
            yield "bank and ids beside it"
        fields = {field for line in under for label in self.scene.labels.of(line) for field in label.fields}
        contact = any("@" in line.text or "www." in line.text for line in under) or "contact" in fields
        kinds = (
            ("contact", contact),
            ("VAT id", "vat_id" in fields),
            ("buyer's VAT id", "buyer_vat_id" in fields),
            ("account", bool(fields & {"iban", "account"})),
            ("register", "other_id" in fields),
        )
        yield from (f"{kind} under it" for kind, there in kinds if there)

    def _beside(self, block: Block) -> set[str]:
        """What the labels in the rows of a block speak of, outside it."""
        own = {line.key for line in block.lines}
        beside = (one for line in block.lines for one in self.scene.row(line) if one.key not in own)
        fields = {field for one in beside for label in self.scene.labels.of(one) for field in label.fields}
        kinds = {"account": "account", "iban": "account", "vat_id": "id", "other_id": "id"}
        return {kinds[field] for field in fields & kinds.keys()}

    def _address(self, block: Block, segment: Segment) -> Iterator[str]:
        """Which of the addresses of the page it heads."""
        order = next((i for i, one in enumerate(self.addresses) if one is block), None)
        if order is None:
            return
        yield f"address {min(order + 1, 3)}"
        if len(self.addresses) == 1:
            yield "only address"
        others = [one for one in self.addresses if one is not block and abs(one.top.top - segment.top) < 40]
        if others:
            left = segment.x0 < others[0].top.x0
            yield "left address" if left else "right address"
            yield "address on the window's side" if left == self.window_left else "address on the other side"
        if self.senders and "window" in next(self._zone(segment)):
            yield "address under a sender elsewhere"


def _form_of(name: str) -> Iterator[str]:
    """What the words of a name are like."""
    words, formal = name.split(), legal_form_end(name) > 0
    kinds = (
        ("legal form", formal),
        ("like a person", not formal and _is_like_a_person(words)),
        ("one word", len(words) == 1),
        ("many words", len(words) > 5),
        ("digits", any(c.isdigit() for c in name)),
        ("sentence", name.endswith(".") and not formal),
        ("lower case", name[0].islower()),
    )
    yield from (kind for kind, there in kinds if there)


def _is_like_a_person(words: list[str]) -> bool:
    return 2 <= len(words) <= 3 and all(word[0].isupper() for word in words) and "".join(words).isalpha()


def _is_right_aligned(lines: list[Segment]) -> bool:
    """The lines end together and begin apart, as letterheads at the right edge do."""
    ends, starts = [line.x1 for line in lines], [line.x0 for line in lines]
    return max(ends) - min(ends) < 2 and max(starts) - min(starts) > 4


def _is_heading(upper: Segment, line: Segment) -> bool:
    """A short line in another script than the one under it."""
    if len(upper.words) > 4 or any(c.isdigit() for c in upper.text):
        return False
    smaller = upper.size < 0.93 * line.size
    return smaller or upper.words[0].bold > line.words[0].bold or (upper.text.isupper() and not line.text.isupper())


def is_like(name: str, domain: str) -> bool:
    """The domain of an e-mail or a web address is made of the name."""
    key, words = fold(name), [fold(word) for word in name.split()]
    if len(domain) > 3 and domain in key:
        return True
    if words and len(words[0]) > 3 and domain.startswith(words[0]):
        return True
    return len(key) > 3 and key in domain and len(key) > 0.65 * len(domain)
