"""The labels on the pages of a document."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from msgspec import Struct

from invoicy.pages.annotated.bilingual import is_bilingual, language_breaks, may_have_translation
from invoicy.pages.annotated.meanings import fields_of, language_shares
from invoicy.pages.annotated.page_matches import PageMatches
from invoicy.pages.annotated.phrase_matching import COLONS, PhraseMatch
from invoicy.pages.layout.rows import Segment, SegmentKey
from invoicy.pages.lexicon.folding import fold


class Label(Struct, frozen=True, gc=False):
    """A label printed on a page: words[start:end] of a segment.

    key: its folded text. fields: the fields that it may name, with weights up to 1. colon: a colon follows.
    upper: the first line of a label of several lines, if segment is its last line.
    """

    segment: Segment
    start: int
    end: int
    key: str
    fields: dict[str, float]
    colon: bool
    upper: Segment | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of its first character and behind its last one in the text of its segment."""
        last = self.end - 1
        return self.segment.starts[self.start], self.segment.starts[last] + len(self.segment.words[last].text)

    @property
    def begins_segment(self) -> bool:
        """Test whether no letter or digit is printed before it in its segment."""
        return not any(fold(word.text) for word in self.segment.words[: self.start])

    @property
    def ends_segment(self) -> bool:
        """Test whether no letter or digit is printed after it in its segment."""
        return not any(fold(word.text) for word in self.segment.words[self.end :])


class Labels(Struct, frozen=True):
    """The labels of a document. languages: the languages of the labels, the most frequent first."""

    by_segment: dict[SegmentKey, tuple[Label, ...]]
    languages: tuple[str, ...]

    def of(self, segment: Segment) -> tuple[Label, ...]:
        return self.by_segment.get(segment.key, ())

    def all(self) -> Iterator[Label]:
        for labels in self.by_segment.values():
            yield from labels

    def named(self, *fields: str) -> Iterator[tuple[Label, float]]:
        """Yield the labels that may name one of the fields, with the weight."""
        wanted = frozenset(fields)
        for label in self.all():
            if wanted.isdisjoint(label.fields):
                continue
            weight = max(label.fields.get(field, 0.0) for field in fields)
            if weight > 0:
                yield label, weight


def labels_of(matches_by_page: Sequence[PageMatches]) -> Labels:
    """Return the labels on the pages of a document. The languages of all its labels decide what a phrase means."""
    bilingual = is_bilingual(sum(page.translation_count for page in matches_by_page))
    matches = [
        match for page in matches_by_page for each in page.joined(bilingual=bilingual).values() for match in each
    ]
    shares = language_shares(matches)
    by_segment: dict[SegmentKey, list[Label]] = {}
    for match in matches:
        by_segment.setdefault(match.segment.key, []).append(_label(match, shares))
    return Labels({key: tuple(labels) for key, labels in by_segment.items()}, tuple(shares))


def _label(match: PhraseMatch, shares: MappingProxyType[str, float]) -> Label:
    fields = fields_of(match.keys, shares)
    return Label(match.segment, match.start, match.end, _key(match), fields, _has_colon(match), match.upper)


def _key(match: PhraseMatch) -> str:
    """Return the phrase; for a label and its translation in one line, its folded text."""
    if match.end - match.start > 1 and not match.upper and may_have_translation(match.segment):
        words = [word.text for word in match.segment.words[match.start : match.end]]
        if any(language_breaks(words)):
            return "".join(fold(word) for word in words)
    return match.keys[0]


def _has_colon(match: PhraseMatch) -> bool:
    words = match.segment.words
    after = words[match.end].text if match.end < len(words) else ""
    return words[match.end - 1].text.endswith(COLONS) or after.startswith(COLONS)
