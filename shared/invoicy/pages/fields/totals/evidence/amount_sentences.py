"""Sentences with amounts, which may go on in the next line."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.wrapped_lines import line_under
from invoicy.pages.fields.totals.candidates import AmountCandidate, AmountCandidates
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.parsers.payment_sentences import gives_discount, sentence_at

# Net, VAT and gross; a sentence with more amounts lists something else.
_MAX_AMOUNTS = 3


class RunningText(Struct, frozen=True):
    """A line, or a line and the one that continues it. Amounts, labels and dates have their start and end in text."""

    text: str
    amounts: tuple[tuple[int, int, AmountCandidate], ...]
    labels: tuple[tuple[int, int, Label], ...]
    dates: tuple[tuple[int, int], ...]


class AmountSentence(Struct, frozen=True):
    """The sentence at content.text[start:end]. amounts: the money in it, with start and end."""

    content: RunningText
    start: int
    end: int
    amounts: tuple[tuple[int, int, AmountCandidate], ...]


def amount_sentences(pages: AnnotatedPages, candidates: AmountCandidates) -> Iterator[AmountSentence]:
    """Yield the sentences with one to three amounts, without those that give a discount."""
    for segment in pages.segments:
        if candidates.of(segment) and is_sentence(segment):
            yield from _sentences(_text_from(pages, candidates, segment))


def _text_from(pages: AnnotatedPages, candidates: AmountCandidates, segment: Segment) -> RunningText:
    ends_sentence = segment.text.rstrip().endswith((".", "!", ":"))
    under = None if ends_sentence else line_under(pages, segment, prose=True)
    lines = [(segment, 0), (under, len(segment.text) + 1)] if under else [(segment, 0)]
    return RunningText(
        " ".join(line.text for line, _ in lines),
        tuple(
            (at + candidate.amount.start, at + candidate.amount.end, candidate)
            for line, at in lines
            for candidate in candidates.of(line)
        ),
        tuple((at + label.span[0], at + label.span[1], label) for line, at in lines for label in pages.labels.of(line)),
        tuple((at + date.start, at + date.end) for line, at in lines for date in pages.dates_of(line)),
    )


def _sentences(content: RunningText) -> Iterator[AmountSentence]:
    at = 0
    while at < len(content.text):
        start, end = sentence_at(content.text, at)
        amounts = tuple(entry for entry in content.amounts if start <= entry[0] < end and entry[2].is_money)
        if 0 < len(amounts) <= _MAX_AMOUNTS and not gives_discount(content.text, amounts[0][0], amounts[0][1]):
            yield AmountSentence(content, start, end, amounts)
        at = end if end > at else len(content.text)
