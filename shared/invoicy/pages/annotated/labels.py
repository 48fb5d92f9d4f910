"""The multilingual lexicon of labels, and the labels found on a page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from msgspec import Struct

from invoicy.pages.annotated.bilingual import (
    MARKS,
    PhraseMatch,
    has_joint,
    is_bilingual,
    joined,
    joints_of,
    pairs_in,
    sides_of,
)
from invoicy.pages.layout.rows import Layout, Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lexicon.phrases import PREFIX, SHORTEST_END, is_compounded, lexicon

_MAX_WORDS = 24


_OTHER_LANGUAGE = 0.55


_NOT_SHARED = 0.75


_STACKED_WORDS = 6


_STACKED_ROWS = 5


class Label(Struct, frozen=True, gc=False):
    """A label printed on a page: words[start:end] of a segment. fields: what it may stand for, with weights to 1.

    upper: the line in which it begins, where it takes more than one.
    """

    segment: Segment
    start: int
    end: int
    key: str
    fields: dict[str, float]
    colon: bool
    upper: Segment | None = None

    @property
    def first(self) -> bool:
        """Nothing stands before it in its segment."""
        return not self.start or not any(fold(word.text) for word in self.segment.words[: self.start])

    @property
    def last(self) -> bool:
        """Nothing but marks stands after it in its segment."""
        rest = self.segment.words[self.end :]
        return not rest or not any(fold(word.text) for word in rest)


class Labels(Struct, frozen=True):
    """The labels of a document. languages: how much of it is in which, the most first."""

    by_segment: dict[tuple[int, int, int], tuple[Label, ...]]
    languages: tuple[str, ...]

    def of(self, segment: Segment) -> tuple[Label, ...]:
        return self.by_segment.get(segment.key, ())

    def all(self) -> Iterator[Label]:
        for labels in self.by_segment.values():
            yield from labels

    def named(self, *fields: str) -> Iterator[tuple[Label, float]]:
        """Labels that may stand for one of the fields, with the weight."""
        wanted = frozenset(fields)
        for label in self.all():
            if wanted.isdisjoint(label.fields):
                continue
            weight = max(label.fields.get(field, 0.0) for field in fields)
            if weight > 0:
                yield label, weight


def labels_of(layouts: Iterable[Layout]) -> Labels:
    layouts = tuple(layouts)
    phrases = lexicon().phrases
    found: dict[tuple[int, int, int], tuple[PhraseMatch, ...]]
    found = {segment.key: tuple(_hits(segment)) for layout in layouts for segment in layout.segments}
    marked = [hits for hits in found.values() if hits and has_joint(hits[0].segment)]
    bilingual = is_bilingual(sum(pairs_in(hits, phrases) for hits in marked))
    for hits in marked:
        segment = hits[0].segment
        parted = tuple(_hits(segment, parted=bilingual)) or hits
        found[segment.key] = joined(parted, phrases, bilingual=bilingual)
    for layout in layouts:
        found.update(_stacked(layout, bilingual=bilingual))
    every = [hit for each in found.values() for hit in each]
    languages = _languages(every)
    by_segment: dict[tuple[int, int, int], list[Label]] = {}
    for hit in every:
        by_segment.setdefault(hit.segment.key, []).append(_label(hit, languages))
    return Labels({key: tuple(found) for key, found in by_segment.items()}, tuple(languages))


def _label(hit: PhraseMatch, languages: MappingProxyType[str, float]) -> Label:
    """The key is what is printed, where that is more than one phrase of the lexicon."""
    colon, key = _has_colon(hit.segment, hit.end), hit.keys[0]
    if hit.end - hit.start > 1 and not hit.upper and has_joint(hit.segment):
        words = [word.text for word in hit.segment.words[hit.start : hit.end]]
        key = "".join(fold(word) for word in words) if any(joints_of(words)) else key
    return Label(hit.segment, hit.start, hit.end, key, _fields(hit.keys, languages), colon, hit.upper)


def _stacked(layout: Layout, *, bilingual: bool) -> Iterator[tuple[tuple[int, int, int], tuple[PhraseMatch, ...]]]:
    """Labels broken over two lines, as heads of narrow columns are. The lower line bears the label."""
    taken: set[tuple[int, int, int]] = set()
    for row in layout.rows:
        for upper in row:
            lines = _column(layout, upper)
            for size in range(len(lines), 1, -1):
                stack = lines[:size]
                keys = () if _are_two(layout, stack) else _stacked_keys(stack, bilingual=bilingual)
                if keys and not any(line.key in taken for line in stack):
                    taken |= {line.key for line in stack}
                    yield from ((line.key, ()) for line in stack[:-1])
                    lower = stack[-1]
                    yield lower.key, (PhraseMatch(lower, 0, len(lower.words), keys, upper),)
                    break


def _are_two(layout: Layout, stack: list[Segment]) -> bool:
    """Each line is a label, and has its value beside it."""
    beside = (layout.rows[line.row][line.column + 1 : line.column + 2] for line in stack)
    valued = all(any(c.isdigit() for one in right for c in one.text) for right in beside)
    return valued and fold(stack[0].text) in lexicon().phrases


def _column(layout: Layout, upper: Segment) -> list[Segment]:
    """The segment and one or two lines right under it that are short enough to be one label with it."""
    lines = [upper]
    if len(upper.words) >= _STACKED_WORDS or ":" in upper.text or any(map(str.isdigit, upper.text)):
        return lines
    for row in layout.rows[upper.row + 1 : upper.row + 1 + _STACKED_ROWS]:
        if row[0].top > lines[-1].bottom + upper.size:
            break
        lower = next((one for one in row if _is_under(lines[-1], one)), None)
        if lower and sum(len(one.words) for one in (*lines, lower)) <= _STACKED_WORDS + 2 * (len(lines) - 1):
            lines.append(lower)
        if len(lines) > 2:
            break
    return lines


def _stacked_keys(stack: list[Segment], *, bilingual: bool) -> tuple[str, ...]:
    """The phrases that the lines make together: in one language, or in two with a mark between them."""
    known = lexicon().phrases
    words = [word.text for line in stack for word in line.words]
    key = "".join(fold(word) for word in words)
    if key in known:
        return () if len(words) > _STACKED_WORDS or _is_title(fold(stack[0].text)) else (key,)
    sides = sides_of(words, fold)
    if not bilingual or len(sides) == 1 or sides[-1] not in known:
        return ()
    whole = any(_is_whole(stack[:size]) for size in range(1, len(stack)))
    return () if whole else tuple(side for side in sides if side in known)


def _is_whole(lines: list[Segment]) -> bool:
    """A label of two languages that does not go on."""
    words = [word.text for line in lines for word in line.words]
    sides = sides_of(words, fold)
    return not words[-1].endswith("/") and len(sides) > 1 and sides[-1] in lexicon().phrases


def _is_title(key: str) -> bool:
    return any(field.startswith("title") for _, field, _ in lexicon().phrases.get(key, ()))


def _is_under(upper: Segment, lower: Segment) -> bool:
    gap = lower.top - upper.bottom
    if not -0.3 * upper.size < gap < 0.5 * upper.size:
        return False
    edges = (lower.x0 - upper.x0, lower.x1 - upper.x1, (lower.x0 + lower.x1 - upper.x0 - upper.x1) / 2)
    return min(abs(edge) for edge in edges) < 0.3 * upper.size


def _hits(segment: Segment, *, parted: bool = False) -> Iterator[PhraseMatch]:
    """The longest phrases; parted: none goes over a mark between two languages."""
    keys = [fold(word.text) for word in segment.words]
    start = 0
    while start < len(keys):
        ahead = keys
        if parted:
            ahead = keys[: next((i for i in range(start, len(keys)) if segment.words[i].text in MARKS), len(keys))]
        end, key = _longest(ahead, start) if keys[start] else (start, "")
        if key:
            yield PhraseMatch(segment, start, end, (key,))
        start = max(end, start + 1)


def _longest(keys: list[str], start: int) -> tuple[int, str]:
    known = lexicon()
    text, found = "", (start, "")
    for end in range(start, min(len(keys), start + _MAX_WORDS)):
        text += keys[end]
        if text[:PREFIX] not in known.prefixes:
            break
        if keys[end] and text in known.phrases:
            found = (end + 1, text)
    return found if found[1] else (start + 1, _compound(keys[start]))


def _compound(key: str) -> str:
    """Mietrechnung ends in Rechnung: a compound word stands for the label it ends in, if that is of the document."""
    if key[-SHORTEST_END:] not in lexicon().ends or key in known_exceptions():
        return ""
    for start in range(1, len(key) - SHORTEST_END + 1):
        if is_compounded(lexicon().phrases.get(key[start:], ())):
            return key[start:]
    return ""


def known_exceptions() -> frozenset[str]:
    """Words that end like a label and are none."""
    return frozenset({"berechnung", "abrechnung", "verrechnung", "vorausberechnung"})


def _has_colon(segment: Segment, end: int) -> bool:
    after = segment.words[end].text if end < len(segment.words) else ""
    return segment.words[end - 1].text.endswith((":", "：")) or after[:1] in (":", "：")


def _languages(hits: Iterable[PhraseMatch]) -> MappingProxyType[str, float]:
    """Share of each language in the labels that are not the same in most languages; the most first."""
    counts: Counter[str] = Counter()
    for key in {key for hit in hits for key in hit.keys if len(key) > 2}:
        spoken = {language for language, _, _ in lexicon().phrases[key]}
        for language in spoken:
            counts[language] += 1 / len(spoken) ** 1.5
    most = max(counts.values(), default=1.0)
    return MappingProxyType({language: count / most for language, count in counts.most_common()})


def _fields(keys: tuple[str, ...], languages: MappingProxyType[str, float]) -> dict[str, float]:
    """The fields that a phrase may stand for; of a phrase and its translation those of both, if there are any."""
    each = [_meanings(key, languages) for key in keys]
    if len(each) == 1:
        return each[0]
    shared = set.intersection(*(set(one) for one in each))
    doubt = 1.0 if shared else _NOT_SHARED
    return {
        field: doubt * max(one.get(field, 0.0) for one in each)
        for one in each
        for field in one
        if not shared or field in shared
    }


def _meanings(key: str, languages: MappingProxyType[str, float]) -> dict[str, float]:
    fields: dict[str, float] = {}
    for language, field, weight in lexicon().phrases[key]:
        spoken = 1.0 if languages.get(language, 0.0) >= 0.4 else _OTHER_LANGUAGE
        fields[field] = max(fields.get(field, 0.0), weight * spoken)
    return fields
