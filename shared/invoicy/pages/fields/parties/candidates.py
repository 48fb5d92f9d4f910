"""Names printed on the pages, each once, with the places that print it."""

import re

from invoicy.pages.annotated.blocks import Block, blocks_in
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.line_kinds import body_size, line_name
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.word_lists import words_of
from invoicy.pages.scoring.choice import Candidate
from invoicy.pages.sources.page import Word

_DOMAIN = re.compile(r"(?:@|www\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}", re.IGNORECASE)
_ACCOUNT_ROWS = 3  # rows from the name of a bank to its account: BIC or bank code may be between


class NameCandidate(Candidate):
    """A name. places: the line that prints it, or the two lines over which it is broken; block: around the first."""

    name: str
    places: list[tuple[Segment, ...]]
    block: Block | None

    @property
    def segment(self) -> Segment:
        """The first line of the first place."""
        return self.places[0][0]

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for segment in self.places[0] for word in segment.words)


class NameCandidates:
    """All names of a document, with facts of its pages that many names are compared with.

    by_name: by the folded name. body: usual size of letters in points. domains: of e-mail and web addresses, each with
    its line, without public mail hosts such as gmail.com.
    """

    def __init__(self, pages: AnnotatedPages) -> None:
        self.pages = pages
        self.by_name: dict[str, NameCandidate] = {}
        self.blocks = blocks_in(pages)
        self._blocks = {line.key: block for block in reversed(self.blocks) for line in block.lines}
        self.body = body_size(pages)
        self._texts = [fold(segment.text) for segment in pages.segments]
        self._whole = " ".join(self._texts)
        self._names: dict[tuple[int, int, int], str] = {}
        self.domains = _domains(pages)

    def add(self, name: str, *segments: Segment) -> NameCandidate:
        """Return the candidate of a name, new or known, with this place added."""
        candidate = self.by_name.setdefault(fold(name), NameCandidate(name, [], None))
        if segments not in candidate.places:
            candidate.places.append(segments)
        candidate.block = candidate.block or self.block_of(segments[0])
        return candidate

    def count_lines(self, key: str) -> int:
        """Return the number of lines that contain a folded text, at least 1."""
        return [key in text for text in self._texts].count(True) if self._whole.count(key) > 1 else 1

    def name_of(self, segment: Segment) -> str:
        """Return the name that a line prints, or an empty string; computed once for each line."""
        if segment.key not in self._names:
            self._names[segment.key] = line_name(self.pages, segment)
        return self._names[segment.key]

    def block_of(self, segment: Segment) -> Block | None:
        """Return the block of lines that a line belongs to."""
        return self._blocks.get(segment.key)

    def is_bank(self, segment: Segment) -> bool:
        """Test whether a line names a bank and an account is in the lines right under it."""
        key = fold(segment.text)
        if not any(word in key for word in words_of("bank_words")):
            return False
        block = self.block_of(segment)
        under = [line for line in block.lines if 0 <= line.row - segment.row <= _ACCOUNT_ROWS] if block else []
        return any(label.fields.keys() & {"iban", "account"} for line in under for label in self.pages.labels.of(line))


def _domains(pages: AnnotatedPages) -> list[tuple[str, Segment]]:
    dotted = [segment for segment in pages.segments if "." in segment.text]
    domains = [(fold(match[1]), segment) for segment in dotted for match in _DOMAIN.finditer(segment.text)]
    return [(domain, segment) for domain, segment in domains if domain not in words_of("mail_hosts")]
