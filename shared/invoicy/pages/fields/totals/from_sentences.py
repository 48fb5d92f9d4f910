"""Amounts said in sentences: In total we charge you EUR 120.00, of which EUR 20.00 VAT. Trusted less than a table."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.wrapped_lines import line_under
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.parsers.sentences import asks_for_payment, gives_discount, sentence_at

_CENT = Decimal("0.02")
_BESIDE = 14
_FAR = 45
_TRIPLE, _PAIR, _TOTAL, _REQUEST = 0.65, 0.55, 0.4, 0.45
_MOST_RATE = Decimal("0.3")


class _AmountInSentence(Struct, frozen=True):
    """A line, or a line and the one it goes on in, as one text: amounts and labels by where they begin in it."""

    text: str
    amounts: tuple[tuple[int, int, AmountCandidate], ...]
    labels: tuple[tuple[int, int, Label], ...]
    dates: tuple[tuple[int, int], ...]


Sums = dict[tuple[int, int, int], list[AmountCandidate]]


def read_sentences(pages: AnnotatedPages, sums: Sums, rates: set[Decimal]) -> None:
    """Lets every sentence speak for the amounts in it; what gives a discount says nothing."""
    for segment in pages.segments:
        if sums.get(segment.key) and is_sentence(segment):
            said = _said(pages, segment, sums)
            for start, end in _sentences(said):
                _read(said, start, end, rates)


def _said(pages: AnnotatedPages, segment: Segment, sums: Sums) -> _AmountInSentence:
    under = None if segment.text.rstrip().endswith((".", "!", ":")) else line_under(pages, segment, prose=True)
    lines = [segment, under] if under else [segment]
    starts = [0, len(segment.text) + 1]
    parts = list(zip(lines, starts, strict=False))
    return _AmountInSentence(
        " ".join(line.text for line in lines),
        tuple(
            (at + one.amount.start, at + one.amount.end, one) for line, at in parts for one in sums.get(line.key, ())
        ),
        tuple((at + _start(one), at + _end(one), one) for line, at in parts for one in pages.labels.of(line)),
        tuple((at + one.start, at + one.end) for line, at in parts for one in pages.dates_of(line)),
    )


def _start(label: Label) -> int:
    return label.segment.starts[label.start]


def _end(label: Label) -> int:
    return label.segment.starts[label.end - 1] + len(label.segment.words[label.end - 1].text)


def _sentences(said: _AmountInSentence) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(said.text):
        start, end = sentence_at(said.text, at)
        yield start, end
        at = end if end > at else len(said.text)


def _read(said: _AmountInSentence, start: int, end: int, rates: set[Decimal]) -> None:
    amounts = [one for one in said.amounts if start <= one[0] < end and one[2].is_money]
    if not amounts or len(amounts) > 3 or gives_discount(said.text, amounts[0][0], amounts[0][1]):
        return
    tax = _tax(said, amounts, start, end)
    if tax and len(amounts) == 3 and _read_triple([one for _, _, one in amounts]):
        return
    if tax and len(amounts) > 1:
        _read_pair(tax, [one for _, _, one in amounts if one is not tax], rates)
    elif len(amounts) == 1:
        _read_single(said, amounts[0], start)


def _tax(
    said: _AmountInSentence, amounts: list[tuple[int, int, AmountCandidate]], start: int, end: int
) -> AmountCandidate | None:
    """The amount that stands beside the word for VAT: EUR 20.00 VAT, VAT of EUR 20.00."""
    near = [
        (max(first - there, here - last), one)
        for here, there, label in said.labels
        if start <= here < end and label.fields.get("tax", 0.0) >= 0.5
        for first, last, one in amounts
        if max(first - there, here - last) <= _BESIDE
    ]
    return min(near, key=lambda pair: pair[0], default=(0, None))[1]


def _read_triple(amounts: list[AmountCandidate]) -> bool:
    """Our fee is 100.00 plus VAT of 20.00, in all 120.00."""
    tax, net, gross = sorted(amounts, key=lambda one: abs(one.value))
    if not tax.value or net.value + tax.value != gross.value or abs(tax.value) > _MOST_RATE * abs(net.value):
        return False
    for one, role in ((net, "net"), (tax, "tax"), (gross, "gross")):
        one.speak(role, _TRIPLE, f"sentence {role}")
    return True


def _read_pair(tax: AmountCandidate, others: list[AmountCandidate], rates: set[Decimal]) -> None:
    """Takes the larger amount for the gross that contains the VAT, unless the VAT is a printed rate of it."""
    gross = max(others, key=lambda one: abs(one.value))
    if not tax.value or not abs(tax.value) < _MOST_RATE * abs(gross.value):
        return
    if any(rate and abs(gross.value * rate / 100 - tax.value) <= _CENT for rate in rates):
        return
    tax.speak("tax", _PAIR, "sentence tax")
    gross.speak("gross", _PAIR, "sentence gross")


def _read_single(said: _AmountInSentence, amount: tuple[int, int, AmountCandidate], start: int) -> None:
    """A sentence that names a total, or asks for payment by a date."""
    first, last, one = amount
    if any(asks_for_payment(said.text[start:date], said.text[end:]) for date, end in said.dates if date > last):
        one.speak("due", _REQUEST, "sentence due")
    for _, there, label in said.labels:
        if 0 <= first - there <= _FAR:
            for role in ("gross", "due"):
                if label.fields.get(role, 0.0) > 0.5:
                    one.speak(role, _TOTAL, f"sentence {role}")
