"""Labels printed in two languages, such as Kunde / Customer or Betrag (Amount), joined into one label."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from invoicy.pages.annotated.phrase_matching import COLONS, SEPARATORS, PhraseMatch
from invoicy.pages.layout.rows import Segment

# Words of the longest translation that is not in the lexicon: longer text is a sentence. 2 to 10 read the corpus alike.
_MAX_TRANSLATION_WORDS = 5
# Weight of a phrase in the lexicon from which it has a meaning for certain: below, it has others, too.
_MIN_CERTAIN_MEANING = 0.5
# Labels with a translation: a single one may be two labels with a slash between them.
_MIN_TRANSLATIONS = 2

Phrases = dict[str, tuple[tuple[str, str, float], ...]]
"""Language, field and weight of each meaning of a folded phrase."""


class LanguageBreak(Struct, frozen=True, gc=False):
    """The place between two languages: words before left_end are in the first, words from right_start in the second."""

    left_end: int
    right_start: int


def language_breaks(words: Sequence[str]) -> Iterator[LanguageBreak]:
    """Yield the places of marks that may separate two languages: a slash, a bar, an opening bracket."""
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        if word in SEPARATORS and index + 1 < len(words):
            yield LanguageBreak(index, index + 1)
        elif (before[-1:] == "/" and before not in SEPARATORS) or (word[:1] in "([" and word[1:2].isalpha()):
            yield LanguageBreak(index, index)


def may_have_translation(segment: Segment) -> bool:
    """Test for a mark between two languages. Much faster than language_breaks."""
    return any(mark in segment.text for mark in "/|([")


def translated_parts(words: Sequence[str], fold: Callable[[str], str]) -> list[str]:
    """Return the folded text of each language of a label."""
    parts: list[str] = []
    start = 0
    for language_break in language_breaks(words):
        parts.append("".join(fold(word) for word in words[start : language_break.left_end]))
        start = language_break.right_start
    return [*parts, "".join(fold(word) for word in words[start:])]


def count_translations(matches: Sequence[PhraseMatch], phrases: Phrases) -> int:
    """Return the number of labels of a segment that have a translation beside them."""
    if len(matches) < 2:
        return 0
    breaks = language_breaks([word.text for word in matches[0].segment.words])
    return sum(1 for each in breaks if _have_same_meaning(_before(matches, each), _after(matches, each), phrases))


def is_bilingual(translation_count: int) -> bool:
    """Test whether a document prints its labels in two languages. translation_count: labels with a translation."""
    return translation_count >= _MIN_TRANSLATIONS


def join_translations(
    matches: tuple[PhraseMatch, ...], phrases: Phrases, *, bilingual: bool
) -> tuple[PhraseMatch, ...]:
    """Join the labels of a segment with their translations.

    bilingual: words that are not in the lexicon get the meaning of the label beside them.
    """
    joined = list(matches)
    for language_break in language_breaks([word.text for word in matches[0].segment.words]):
        match = _joined(joined, language_break, phrases, bilingual=bilingual)
        if match:
            joined = _inserted(joined, match)
    return tuple(joined)


def _joined(
    matches: Sequence[PhraseMatch], language_break: LanguageBreak, phrases: Phrases, *, bilingual: bool
) -> PhraseMatch | None:
    """Return the label that spans a mark, if one does."""
    left, right = _before(matches, language_break), _after(matches, language_break)
    if left and right and _have_same_meaning(left, right, phrases):
        start = _start_of_left(matches, language_break, left.segment) if bilingual else left.start
        return PhraseMatch(left.segment, min(start, left.start), right.end, (*left.keys, *right.keys))
    if not bilingual:
        return None
    if right:
        return _with_unknown_left(matches, language_break, left, right)
    return _with_unknown_right(language_break, left) if left else None


def _with_unknown_left(
    matches: Sequence[PhraseMatch], language_break: LanguageBreak, left: PhraseMatch | None, right: PhraseMatch
) -> PhraseMatch | None:
    """Extend a label to the words before a mark, which have another meaning or none in the lexicon."""
    start = _start_of_left(matches, language_break, right.segment)
    if start >= language_break.left_end:
        return None
    keys = (*left.keys, *right.keys) if left and left.start == start else right.keys
    return PhraseMatch(right.segment, start, right.end, keys)


def _with_unknown_right(language_break: LanguageBreak, left: PhraseMatch) -> PhraseMatch | None:
    """Extend a label to words behind a mark that are not in the lexicon."""
    end = _end_of_right(language_break, left.segment)
    return PhraseMatch(left.segment, left.start, end, left.keys) if end else None


def _inserted(matches: list[PhraseMatch], new: PhraseMatch) -> list[PhraseMatch]:
    """Replace the matches that the new one covers."""
    kept = [match for match in matches if match.end <= new.start or match.start >= new.end]
    return sorted([*kept, new], key=lambda match: match.start)


def _before(matches: Sequence[PhraseMatch], language_break: LanguageBreak) -> PhraseMatch | None:
    """Return the match that ends at a mark, or includes the word to which the mark is attached."""
    left_end, right_start = language_break.left_end, language_break.right_start
    return next((match for match in matches if match.end == left_end or match.end == left_end + 1 == right_start), None)


def _after(matches: Sequence[PhraseMatch], language_break: LanguageBreak) -> PhraseMatch | None:
    return next((match for match in matches if match.start == language_break.right_start), None)


def _have_same_meaning(left: PhraseMatch | None, right: PhraseMatch | None, phrases: Phrases) -> bool:
    if left is None or right is None:
        return False
    return bool(_certain_fields(left, phrases) & _certain_fields(right, phrases))


def _certain_fields(match: PhraseMatch, phrases: Phrases) -> set[str]:
    return {field for key in match.keys for _, field, weight in phrases[key] if weight >= _MIN_CERTAIN_MEANING}


def _start_of_left(matches: Sequence[PhraseMatch], language_break: LanguageBreak, segment: Segment) -> int:
    """Return the first word of a label before a mark: words at the start of the line, or a known phrase."""
    limit = language_break.left_end
    start = limit
    while start and limit - start < _MAX_TRANSLATION_WORDS and _is_word(segment.words[start - 1].text):
        start -= 1
    if start and any(character.isdigit() for character in segment.words[start - 1].text):
        start = next((match.start for match in matches if start <= match.start and match.end >= limit), limit)
    return start


def _end_of_right(language_break: LanguageBreak, segment: Segment) -> int:
    """Return the end of a label of unknown words behind a mark; 0 if no colon and no end of the line ends it."""
    first = language_break.right_start
    texts = [word.text for word in segment.words]
    for index in range(first, min(len(texts), first + _MAX_TRANSLATION_WORDS)):
        if not _is_word(texts[index].rstrip("".join(COLONS))):
            return 0
        if texts[index].endswith(COLONS) or texts[index + 1 : index + 2] in ([":"], []):
            return index + 1
    return 0


def _is_word(text: str) -> bool:
    """Test for letters without digits that do not end a label."""
    if text.endswith((*COLONS, ";")):
        return False
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
