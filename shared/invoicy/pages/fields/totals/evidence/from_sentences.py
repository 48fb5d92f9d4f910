"""Evidence from sentences: "In total we charge you EUR 120.00, of which EUR 20.00 VAT."."""

from decimal import Decimal

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import AmountCandidate, AmountCandidates
from invoicy.pages.fields.totals.evidence.amount_sentences import AmountSentence, amount_sentences
from invoicy.pages.fields.totals.vat.rates import MAX_ROUNDING, may_be_vat_of
from invoicy.pages.fields.totals.weights import weights
from invoicy.pages.parsers.payment_sentences import asks_for_payment

# In characters: VAT and its amount have at most a few short words between them, as in "VAT of EUR 20.00".
_MAX_VAT_DISTANCE = 14

# In characters: a total may have half a clause before its amount, as in "The total for our work in May is 120.00".
_MAX_TOTAL_DISTANCE = 45

# VAT of 40 % of the net, as rates.MAX_VAT, is 29 % of the gross that contains it.
_MAX_VAT_IN_GROSS = Decimal("0.3")


def support_from_sentences(pages: AnnotatedPages, candidates: AmountCandidates, rates: frozenset[Decimal]) -> None:
    """Let every sentence support the amounts in it, unless it gives a discount. rates: those printed, in per cent."""
    for sentence in amount_sentences(pages, candidates):
        _support(sentence, rates)


def _support(sentence: AmountSentence, rates: frozenset[Decimal]) -> None:
    amounts = [candidate for _, _, candidate in sentence.amounts]
    tax = _vat(sentence)
    if tax and len(amounts) == 3 and _support_triple(amounts):
        return
    if tax and len(amounts) > 1:
        _support_pair(tax, [candidate for candidate in amounts if candidate is not tax], rates)
    elif len(amounts) == 1:
        _support_single(sentence)


def _vat(sentence: AmountSentence) -> AmountCandidate | None:
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
    near = (entry for entry in distances if entry[0] <= _MAX_VAT_DISTANCE)
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


def _support_single(sentence: AmountSentence) -> None:
    """Support the amount of a sentence that names a total before it, or asks for payment by a date after it."""
    ((first, last, candidate),) = sentence.amounts
    text = sentence.content.text
    dates = ((start, end) for start, end in sentence.content.dates if start > last)
    if any(asks_for_payment(text[sentence.start : start], text[end:]) for start, end in dates):
        candidate.support("due", weights().sentences.request, "sentence due")
    for _, end, label in sentence.content.labels:
        if 0 <= first - end <= _MAX_TOTAL_DISTANCE:
            for role in ("gross", "due"):
                if label.fields.get(role, 0.0) > weights().sentences.min_total_label:
                    candidate.support(role, weights().sentences.total, f"sentence {role}")
