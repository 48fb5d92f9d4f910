"""Evidence from labels: the amounts printed after them in their row, or under them where they head a column."""

import re
from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import ROLES, AmountCandidate, AmountCandidates
from invoicy.pages.fields.totals.evidence.from_columns import support_from_column
from invoicy.pages.fields.totals.weights import weights
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.currencies import currencies

_RATE = re.compile(r"[\s(]*\d{1,2}(?:[.,]\d+)?\s?%[\s)]*$")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")

# Labels that make up this share of the words of a segment leave no room for anything but heads of columns.
_MIN_LABEL_SHARE = 0.6

# A longer line with a label in its midst is a sentence.
_MAX_WORDS = 9

# An amount and the text between a label and it.
_AmountAfter = tuple[AmountCandidate, str]


def support_from_labels(pages: AnnotatedPages, candidates: AmountCandidates) -> None:
    """Let every label support the amounts after it; one without any may head a column."""
    for label, _ in pages.labels.named(*ROLES):
        if _is_in_prose(label):
            continue
        if amounts := _after(pages, candidates, label):
            _support(label, amounts)
        elif _may_be_head(pages, label):
            support_from_column(pages, candidates, label)


def _support(label: Label, amounts: list[_AmountAfter]) -> None:
    row = [candidate for candidate, _ in amounts]
    position = 1.0 if label.begins_segment else weights().labels.amid_line
    for candidate, between in amounts:
        factor = _place_factor(candidate, row) * _nearness(between) * position
        for role in ROLES:
            if weight := label.fields.get(role, 0.0):
                candidate.support(role, weight * factor, f"label row {role}")


def _place_factor(candidate: AmountCandidate, row: list[AmountCandidate]) -> float:
    """Return how likely a label means this amount and not another one of the row."""
    table = weights().labels
    money = [amount for amount in row if amount.is_money] or row
    if candidate is money[-1]:
        place = table.alone if len(money) == 1 else table.last
    else:
        place = table.first if candidate is money[0] else table.amid
    if candidate.is_money:
        return place
    return place * (table.not_money_beside_money if money[0].is_money else table.not_money)


def _nearness(between: str) -> float:
    """Return 1 less a little for each letter between label and amount; currencies and brackets do not count."""
    words = (word for word in _BRACKETS.sub("", between).split() if word.upper() not in currencies())
    letters = sum(c.isalpha() for c in fold(" ".join(words)))
    return max(weights().labels.min_nearness, 1.0 - weights().labels.letter_between * letters)


def _after(pages: AnnotatedPages, candidates: AmountCandidates, label: Label) -> list[_AmountAfter]:
    """Return the amounts between a label and the next label of an amount in its row."""
    segment = label.segment
    start, end = label.span[1], _next_label(pages, segment, label.end)
    amounts = list(_inside(candidates, segment, start, end, segment.text[start:end]))
    if end is not None:
        return amounts
    between = "" if amounts else segment.text[start:]
    for other in pages.right_of(segment):
        end = _next_label(pages, other, 0)
        amounts += _inside(candidates, other, 0, end, f"{between} {other.text[:end]}")
        if end is not None:
            break
        between += f" {other.text}"
    return amounts


def _next_label(pages: AnnotatedPages, segment: Segment, word: int) -> int | None:
    """Return the offset of the first label of an amount from a word on; None without one."""
    labels = (label for label in pages.labels.of(segment) if label.start >= word and _names_amount(label))
    return min((label.span[0] for label in labels), default=None)


def _inside(
    candidates: AmountCandidates, segment: Segment, start: int, end: int | None, text: str
) -> Iterator[_AmountAfter]:
    """Yield the amounts in segment.text[start:end]. text: the text from the label to there."""
    last = len(segment.text) if end is None else end
    for candidate in candidates.of(segment):
        if start <= candidate.amount.digits_start and candidate.amount.end <= last + 1:
            yield candidate, text.split(candidate.amount.number, maxsplit=1)[0]


def _may_be_head(pages: AnnotatedPages, label: Label) -> bool:
    """Test whether nothing but a rate comes after the label in its line, or if the line is a row of labels."""
    segment = label.segment
    if label.ends_segment:
        return label.begins_segment or not is_sentence(segment)
    if label.begins_segment and _RATE.match(segment.text, segment.starts[label.end]):
        return True
    covered = sum(label.end - label.start for label in pages.labels.of(segment))
    return not any(c.isdigit() or c == ":" for c in segment.text) and covered >= _MIN_LABEL_SHARE * len(segment.words)


def _names_amount(label: Label) -> bool:
    return any(label.fields.get(role, 0.0) > weights().labels.min_amount_label for role in ROLES)


def _is_in_prose(label: Label) -> bool:
    words = (word.text for word in label.segment.words)
    return not label.begins_segment and sum(1 for word in words if len(word) > 1 and word.isalpha()) > _MAX_WORDS
