"""Evidence from sentences: "In total we charge you EUR 120.00, of which EUR 20.00 VAT."."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.wrapped_lines import line_under
from invoicy.pages.fields.totals.candidates import AmountCandidate, AmountCandidates
from invoicy.pages.fields.totals.vat.rates import MAX_ROUNDING, may_be_vat_of
from invoicy.pages.fields.totals.weights import weights
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.parsers.sentences import asks_for_payment, gives_discount, sentence_at

_BESIDE = 14
"""In characters: VAT and its amount have at most a few short words between them, as in "VAT of EUR 20.00"."""

_REACH = 45
"""In characters: a total may have half a clause before its amount, as in "The total for our work in May is 120.00"."""

_MAX_AMOUNTS = 3
"""Net, VAT and gross; a sentence with more amounts lists something else."""

_MAX_VAT_IN_GROSS = Decimal("0.3")
"""VAT of 40 % of the net, as rates.MAX_VAT, is 29 % of the gross that contains it."""


class _RunningText(Struct, frozen=True):
    """A line, or a line and the one that continues it. Everything else with its start and end in text."""

    text: str
    amounts: tuple[tuple[int, int, AmountCandidate], ...]
    labels: tuple[tuple[int, int, Label], ...]
    dates: tuple[tuple[int, int], ...]


class _Sentence(Struct, frozen=True):
    """The sentence at content.text[start:end]. amounts: the money in it, with start and end."""

    content: _RunningText
    start: int
    end: int
    amounts: tuple[tuple[int, int, AmountCandidate], ...]


def support_from_sentences(pages: AnnotatedPages, candidates: AmountCandidates, rates: frozenset[Decimal]) -> None:
    """Let every sentence support the amounts in it, unless it gives a discount. rates: those printed, in per cent."""
    for segment in pages.segments:
        if candidates.of(segment) and is_sentence(segment):
            for sentence in _sentences(_text_from(pages, candidates, segment)):
                _support(sentence, rates)


def _text_from(pages: AnnotatedPages, candidates: AmountCandidates, segment: Segment) -> _RunningText:
    ends_sentence = segment.text.rstrip().endswith((".", "!", ":"))
    under = None if ends_sentence else line_under(pages, segment, prose=True)
    lines = [(segment, 0), (under, len(segment.text) + 1)] if under else [(segment, 0)]
    return _RunningText(
        " ".join(line.text for line, _ in lines),
        tuple(
            (at + candidate.amount.start, at + candidate.amount.end, candidate)
            for line, at in lines
            for candidate in candidates.of(line)
        ),
        tuple((at + _start(label), at + _end(label), label) for line, at in lines for label in pages.labels.of(line)),
        tuple((at + date.start, at + date.end) for line, at in lines for date in pages.dates_of(line)),
    )


def _start(label: Label) -> int:
    return label.segment.starts[label.start]


def _end(label: Label) -> int:
    return label.segment.starts[label.end - 1] + len(label.segment.words[label.end - 1].text)


def _sentences(content: _RunningText) -> Iterator[_Sentence]:
    """Yield the sentences with one to three amounts, without those that give a discount."""
    at = 0
    while at < len(content.text):
        start, end = sentence_at(content.text, at)
        amounts = tuple(entry for entry in content.amounts if start <= entry[0] < end and entry[2].is_money)
        if 0 < len(amounts) <= _MAX_AMOUNTS and not gives_discount(content.text, amounts[0][0], amounts[0][1]):
            yield _Sentence(content, start, end, amounts)
        at = end if end > at else len(content.text)


def _support(sentence: _Sentence, rates: frozenset[Decimal]) -> None:
    amounts = [candidate for _, _, candidate in sentence.amounts]
    tax = _vat(sentence)
    if tax and len(amounts) == 3 and _support_triple(amounts):
        return
    if tax and len(amounts) > 1:
        _support_pair(tax, [candidate for candidate in amounts if candidate is not tax], rates)
    elif len(amounts) == 1:
        _support_single(sentence)


def _vat(sentence: _Sentence) -> AmountCandidate | None:
    """Return the amount nearest to a word for VAT: "EUR 20.00 VAT", "VAT of EUR 20.00"."""
    labels = (
        (start, end)
        for start, end, label in sentence.content.labels
        if sentence.start <= start < sentence.end and label.fields.get("tax", 0.0) >= weights().sentences.min_vat_label
    )
    distances = (
        (max(first - end, start - last), candidate)
        for start, end in labels
        for first, last, candidate in sentence.amounts
    )
    near = (entry for entry in distances if entry[0] <= _BESIDE)
    return min(near, key=lambda entry: entry[0], default=(0, None))[1]


def _support_triple(amounts: list[AmountCandidate]) -> bool:
    """Support net, VAT and gross if they add up: "Our fee is 100.00 plus VAT of 20.00, in all 120.00"."""
    tax, net, gross = sorted(amounts, key=lambda candidate: abs(candidate.value))
    if not tax.value or not may_be_vat_of(tax.value, net.value) or net.value + tax.value != gross.value:
        return False
    for candidate, role in ((net, "net"), (tax, "tax"), (gross, "gross")):
        candidate.support(role, weights().sentences.triple, f"sentence {role}")
    return True


def _support_pair(tax: AmountCandidate, others: list[AmountCandidate], rates: frozenset[Decimal]) -> None:
    """Support the larger amount as the gross that contains the VAT, unless the VAT is a printed rate of it."""
    gross = max(others, key=lambda candidate: abs(candidate.value))
    if not tax.value or not abs(tax.value) < _MAX_VAT_IN_GROSS * abs(gross.value):
        return
    if any(rate and abs(gross.value * rate / 100 - tax.value) <= MAX_ROUNDING for rate in rates):
        return
    tax.support("tax", weights().sentences.pair, "sentence tax")
    gross.support("gross", weights().sentences.pair, "sentence gross")


def _support_single(sentence: _Sentence) -> None:
    """Support the amount of a sentence that names a total before it, or asks for payment by a date after it."""
    ((first, last, candidate),) = sentence.amounts
    text = sentence.content.text
    dates = ((start, end) for start, end in sentence.content.dates if start > last)
    if any(asks_for_payment(text[sentence.start : start], text[end:]) for start, end in dates):
        candidate.support("due", weights().sentences.request, "sentence due")
    for _, end, label in sentence.content.labels:
        if 0 <= first - end <= _REACH:
            for role in ("gross", "due"):
                if label.fields.get(role, 0.0) > weights().sentences.min_total_label:
                    candidate.support(role, weights().sentences.total, f"sentence {role}")
