"""Labels printed in two languages, Kunde / Customer or Betrag (Amount): one label that spans both."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from invoicy.pages.layout.rows import Segment

MARKS = frozenset({"/", "|", "//"})
_LONGEST_SIDE = 5
_MEANT = 0.5
_PAIRS = 2

Phrases = dict[str, tuple[tuple[str, str, float], ...]]


class PhraseMatch(Struct, frozen=True, gc=False):
    """Words[start:end] of a segment that are a phrase of the lexicon, or one and its translations.

    upper: the line over the segment in which the label begins, where it takes more than one.
    """

    segment: Segment
    start: int
    end: int
    keys: tuple[str, ...]
    upper: Segment | None = None


class Joint(Struct, frozen=True, gc=False):
    """A mark between two languages: left words end before it, right words begin after it."""

    left: int
    right: int


def joints_of(words: Sequence[str]) -> Iterator[Joint]:
    """The marks between words that may part two languages."""
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        if word in MARKS and index + 1 < len(words):
            yield Joint(index, index + 1)
        elif (before[-1:] == "/" and before not in MARKS) or (word[:1] in "([" and word[1:2].isalpha()):
            yield Joint(index, index)


def has_joint(segment: Segment) -> bool:
    return any(mark in segment.text for mark in "/|([")


def pairs_in(hits: Sequence[PhraseMatch], phrases: Phrases) -> int:
    """The number of labels of a segment that stand beside their translation."""
    joints = list(joints_of([word.text for word in hits[0].segment.words])) if len(hits) > 1 else []
    return sum(1 for joint in joints if _shares(_ending(hits, joint), _beginning(hits, joint), phrases))


def is_bilingual(pairs: int) -> bool:
    """A page that has labels in two languages more than once has them everywhere."""
    return pairs >= _PAIRS


def joined(hits: tuple[PhraseMatch, ...], phrases: Phrases, *, bilingual: bool) -> tuple[PhraseMatch, ...]:
    """The labels of a segment, translations made one with what they translate.

    On a bilingual page words that are in no lexicon take the meaning of the label they are translated by.
    """
    found, segment = list(hits), hits[0].segment
    for joint in joints_of([word.text for word in segment.words]):
        left, right = _ending(found, joint), _beginning(found, joint)
        if left and right and _shares(left, right, phrases):
            start = _start(found, joint, segment) if bilingual else left.start
            found = _put(found, PhraseMatch(segment, min(start, left.start), right.end, (*left.keys, *right.keys)))
        elif bilingual and right:
            start = _start(found, joint, segment)
            keys = (*left.keys, *right.keys) if left and left.start == start else right.keys
            if start < joint.left:
                found = _put(found, PhraseMatch(segment, start, right.end, keys))
        elif bilingual and left and (end := _end(joint, segment)):
            found = _put(found, PhraseMatch(segment, left.start, end, left.keys))
    return tuple(found)


def _put(hits: list[PhraseMatch], new: PhraseMatch) -> list[PhraseMatch]:
    """In place of the hits it covers."""
    kept = [one for one in hits if one.end <= new.start or one.start >= new.end]
    return sorted([*kept, new], key=lambda one: one.start)


def _ending(hits: Sequence[PhraseMatch], joint: Joint) -> PhraseMatch | None:
    return next((one for one in hits if one.end == joint.left or one.end == joint.left + 1 == joint.right), None)


def _beginning(hits: Sequence[PhraseMatch], joint: Joint) -> PhraseMatch | None:
    return next((one for one in hits if one.start == joint.right), None)


def _shares(left: PhraseMatch | None, right: PhraseMatch | None, phrases: Phrases) -> bool:
    if left is None or right is None:
        return False
    return bool(_meant(left, phrases) & _meant(right, phrases))


def _meant(hit: PhraseMatch, phrases: Phrases) -> set[str]:
    return {field for key in hit.keys for _, field, weight in phrases[key] if weight >= _MEANT}


def _start(hits: Sequence[PhraseMatch], joint: Joint, segment: Segment) -> int:
    """The start of the words before a mark: the start of the line, or the end of another value's label."""
    start = joint.left
    while start and joint.left - start < _LONGEST_SIDE and _is_word(segment.words[start - 1].text):
        start -= 1
    if start and any(c.isdigit() for c in segment.words[start - 1].text):
        start = next((one.start for one in hits if start <= one.start and one.end >= joint.left), joint.left)
    return start


def _end(joint: Joint, segment: Segment) -> int:
    """The end of words of no lexicon after a mark: a colon or the end of the line; 0 where they are no label."""
    texts = [word.text for word in segment.words]
    for index in range(joint.right, min(len(texts), joint.right + _LONGEST_SIDE)):
        if not _is_word(texts[index].rstrip(":：")):
            return 0
        if texts[index].endswith((":", "：")) or texts[index + 1 : index + 2] in ([":"], []):
            return index + 1
    return 0


def _is_word(text: str) -> bool:
    return any(c.isalpha() for c in text) and not any(c.isdigit() for c in text) and not text.endswith((":", "：", ";"))


def sides_of(words: Sequence[str], fold: Callable[[str], str]) -> list[str]:
    """The folded text of each language of a label."""
    sides: list[str] = []
    at = 0
    for joint in joints_of(words):
        sides.append("".join(fold(word) for word in words[at : joint.left]))
        at = joint.right
    return [*sides, "".join(fold(word) for word in words[at:])]
