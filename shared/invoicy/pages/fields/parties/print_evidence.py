"""Evidence from the print of every name: its place, its size, the block it stands in, what repeats it."""

from collections.abc import Iterator

from invoicy.pages.fields.parties.block_evidence import BlockPrint, zone_of
from invoicy.pages.fields.parties.candidates import NameCandidate, NameCandidates
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lines.table import Row, item_rows
from invoicy.pages.parsers.names import has_street_word, legal_form_end

_PARTIES = frozenset({"seller", "buyer", "holder", "ship_to"})
_MIDDLE = 0.45


def read_print(people: NameCandidates) -> None:
    """Notes the evidence of place, size and neighbours for each name."""
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
    """The facts shared by all names of the pages, and the evidence of each."""

    def __init__(self, people: NameCandidates) -> None:
        self.people, self.pages = people, people.pages
        self.page = people.pages.layouts[0].page
        places = [place[0] for person in people.by_name.values() for place in person.places]
        self.largest = max((place.size for place in places if place.page == self.page.number), default=0.0)
        self.blocks = BlockPrint(people)
        self.items: frozenset[Row] = item_rows(people.pages)

    # ------------------------------------------------------------------ the name itself
    def of_name(self, person: NameCandidate) -> Iterator[str]:
        yield from _form_of(person.name)
        key = fold(person.name)
        times = self.people.times(key) if len(key) > 4 else 1
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
        if any(one.places == 2 for other in self.pages.row(segment) for one in self.pages.amounts_of(other)):
            yield "amounts in its row"
        if self.people.is_bank(segment):
            yield "bank"
        if self._is_label(segment, name):
            yield "label word"
        yield from self._left(segment)
        block = self.people.block_of(segment)
        if block:
            yield from self.blocks.of_block(block, place)

    def _zone(self, segment: Segment) -> Iterator[str]:
        if segment.page != self.page.number:
            yield "later page"
            return
        side = "left" if segment.x0 < _MIDDLE * self.page.width else "right"
        yield f"{zone_of(segment, self.page)} {side}"
        if segment.row == 0:
            yield "first row"
        elif segment.row < 3:
            yield "next rows"

    def _type(self, segment: Segment) -> Iterator[str]:
        ratio = segment.size / self.people.body
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
        labels = self.pages.labels.of(segment)
        key = fold(name)
        return any(len(label.key) > 0.6 * len(key) and label.key in key for label in labels)

    def _left(self, segment: Segment) -> Iterator[str]:
        """The label in the row before it, which it is the value of."""
        row = self.pages.row(segment)[: segment.column]
        labels = [label for one in row[-1:] for label in self.pages.labels.of(one) if label.last or label.colon]
        if labels and not any(field in _PARTIES for field in labels[-1].fields):
            yield "value of a label"


def _form_of(name: str) -> Iterator[str]:
    """The looks of the words of a name."""
    words, formal = name.split(), legal_form_end(name) > 0
    kinds = (
        ("legal form", formal),
        ("like a person", not formal and _is_like_a_person(words)),
        ("one word", len(words) == 1),
        ("many words", len(words) > 5),
        ("like a street", has_street_word(name)),
        ("digits", any(c.isdigit() for c in name)),
        ("sentence", name.endswith(".") and len(words) > 3 and not formal),
        ("lower case", name[0].islower()),
    )
    yield from (kind for kind, there in kinds if there)


def _is_like_a_person(words: list[str]) -> bool:
    return 2 <= len(words) <= 3 and all(word[0].isupper() for word in words) and "".join(words).isalpha()


def is_like(name: str, domain: str) -> bool:
    """The domain of an e-mail or a web address is made of the name."""
    key, words = fold(name), [fold(word) for word in name.split()]
    if len(domain) > 3 and domain in key:
        return True
    if words and len(words[0]) > 3 and domain.startswith(words[0]):
        return True
    return len(key) > 3 and key in domain and len(key) > 0.65 * len(domain)
