"""The names on the pages, each with what the print says of it."""

import re

from msgspec import Struct

from invoicy.pages.annotated.blocks import Block, blocks_in
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.name_lines import body_size, line_name
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.names import words_of
from invoicy.pages.sources.page import Word

_DOMAIN = re.compile(r"(?:@|www\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}", re.IGNORECASE)
_BANKS = ("bank", "sparkasse", "kasse", "credit", "banca", "banco", "banque", "caixa", "caja", "spar", "pankki")


class NameCandidate(Struct):
    """One name, wherever it stands. evidence: what the print says of it, each kind from 0 to 1.

    places: each place is the line that says the name, and the next one where the name is broken over two.
    """

    name: str
    places: list[tuple[Segment, ...]]
    block: Block | None
    evidence: dict[str, float]

    @property
    def segment(self) -> Segment:
        return self.places[0][0]

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for segment in self.places[0] for word in segment.words)

    def note(self, kind: str, value: float = 1.0) -> None:
        self.evidence[kind] = max(self.evidence.get(kind, 0.0), value)


class NameCandidates:
    """Everyone named on the pages, and what the pages say of them as a whole."""

    def __init__(self, pages: AnnotatedPages) -> None:
        self.pages = pages
        self.by_name: dict[str, NameCandidate] = {}
        self.blocks = blocks_in(pages)
        self._blocks = {line.key: block for block in reversed(self.blocks) for line in block.lines}
        self.body = body_size(pages)
        self.texts = [fold(segment.text) for segment in pages.segments]
        self._whole = " ".join(self.texts)
        self._names: dict[tuple[int, int, int], str] = {}
        dotted = [segment for segment in pages.segments if "." in segment.text]
        found = [(fold(match[1]), segment) for segment in dotted for match in _DOMAIN.finditer(segment.text)]
        self.domains = [(domain, segment) for domain, segment in found if domain not in words_of("mail_hosts")]

    def person(self, name: str, *segments: Segment) -> NameCandidate:
        """The one of this name, known or new."""
        found = self.by_name.setdefault(fold(name), NameCandidate(name, [], None, {}))
        if segments not in found.places:
            found.places.append(segments)
        found.block = found.block or self.block_of(segments[0])
        return found

    def times(self, key: str) -> int:
        """In how many lines a folded text stands; 1 where it stands nowhere twice."""
        return [key in text for text in self.texts].count(True) if self._whole.count(key) > 1 else 1

    def name_of(self, segment: Segment) -> str:
        """The name a line says, empty where it says none; asked many times, found once."""
        if segment.key not in self._names:
            self._names[segment.key] = line_name(self.pages, segment)
        return self._names[segment.key]

    def block_of(self, segment: Segment) -> Block | None:
        return self._blocks.get(segment.key)

    def is_bank(self, segment: Segment) -> bool:
        """An account stands in the lines right under it."""
        block = self.block_of(segment)
        under = [line for line in block.lines if 0 <= line.row - segment.row <= 3] if block else []
        key = fold(segment.text)
        return any(word in key for word in _BANKS) and any(
            label.fields.keys() & {"iban", "account"} for line in under for label in self.pages.labels.of(line)
        )
