"""The phrases of the lexicon on one page, and the joining of translations and of lines of one label."""

from functools import cached_property

from msgspec import Struct

from invoicy.pages.annotated.bilingual import count_translations, join_translations, may_have_translation
from invoicy.pages.annotated.phrase_matching import PhraseMatch, matches_in
from invoicy.pages.annotated.stacked_labels import stacked_in
from invoicy.pages.layout.rows import Layout, SegmentKey
from invoicy.pages.lexicon.phrases import lexicon

Matches = dict[SegmentKey, tuple[PhraseMatch, ...]]


class PageMatches(Struct, frozen=True, dict=True):
    """The phrases of the lexicon that a page prints.

    A page is matched once. Its invoice may have other pages, whose languages then decide what its phrases mean.
    """

    layout: Layout

    @cached_property
    def translation_count(self) -> int:
        """The number of labels with a translation beside them."""
        return sum(count_translations(matches, lexicon().phrases) for matches in self._translatable)

    def joined(self, *, bilingual: bool) -> Matches:
        """Return the matches of each segment, in which translations, and lines of one label, are one match.

        bilingual: the document prints its labels in two languages.
        """
        return self._joined_bilingual if bilingual else self._joined_monolingual

    @cached_property
    def _single(self) -> Matches:
        return {segment.key: tuple(matches_in(segment)) for segment in self.layout.segments}

    @cached_property
    def _translatable(self) -> list[tuple[PhraseMatch, ...]]:
        return [matches for matches in self._single.values() if matches and may_have_translation(matches[0].segment)]

    @cached_property
    def _joined_monolingual(self) -> Matches:
        return self._join(bilingual=False)

    @cached_property
    def _joined_bilingual(self) -> Matches:
        return self._join(bilingual=True)

    def _join(self, *, bilingual: bool) -> Matches:
        joined, phrases = dict(self._single), lexicon().phrases
        for matches in self._translatable:
            segment = matches[0].segment
            separate = tuple(matches_in(segment, split_at_separators=bilingual)) or matches
            joined[segment.key] = join_translations(separate, phrases, bilingual=bilingual)
        joined.update(stacked_in(self.layout, bilingual=bilingual))
        return joined
