"""The codes of an invoice beside what was read from its pages: they confirm it, complete it or contradict it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Any

from msgspec import Struct, structs

from invoicy.model import Invoice
from invoicy.model.leaves import laid_over, leaves_of, only
from invoicy.model.totals import Totals
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.barcodes.comparison import is_same
from invoicy.pages.barcodes.statement import Statement
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import Barcode
from invoicy.readings.reading import Evidence, Finding, Severity
from invoicy.wording.names import name_of, term_of

METHOD = "qr"
DISAGREES = "INVOICY-QR-DISAGREES"
_CONFIRMED, _TAKEN, _HINTED = 0.995, 0.99, 0.9
_SURE = 0.7
_ROUNDING = Decimal("0.05")
_WHOLE = ("/payment/accounts", "/vat_breakdown", "/seller/address", "/buyer/address", "/payment_discounts")
_LONG_ENOUGH = 8
_STANDS_FOR = {"/totals/due": "/totals/with_vat"}  # where no page names an amount due it is the total
_SHOWN = 300


class Draft(Struct, frozen=True):
    """An invoice as read so far, with the evidence for its values, and what its codes deny."""

    invoice: Invoice
    evidence: dict[str, Evidence]
    findings: tuple[Finding, ...] = ()


def reconciled(read: Draft, pages: AnnotatedPages) -> Draft:
    """The invoice as read, with what the codes on its pages say of it.

    A value that code and page share is surer, one that the page lacks is the code's. Where both are sure and differ
    the page's stays and a finding names both: a changed account or amount is how such codes are forged.
    """
    for layout in pages.layouts:
        for code in layout.page.barcodes:
            read = _heard(read, pages, layout.page.number, code)
    return read


def _heard(read: Draft, pages: AnnotatedPages, page: int, code: Barcode) -> Draft:
    from invoicy.pages.barcodes.registry import said_by  # a dozen forms with all they need, where a page bears a code

    said = said_by(code)
    return _met(read, _CodeEvidence(pages, page, code, said)) if said is not None else read


class _CodeEvidence(Struct, frozen=True):
    pages: AnnotatedPages
    page: int
    code: Barcode
    said: Statement

    def evidence(self, confidence: float) -> Evidence:
        text = self.code.text if len(self.code.text) <= _SHOWN else f"{self.code.text[:_SHOWN]}…"
        return Evidence(self.page, self.code.box, text, METHOD, confidence)

    def is_printed(self, value: Any) -> bool:
        """True where the pages show the value, be it as another term; of amounts there are too many to tell."""
        if isinstance(value, date):
            return any(value in (token.day_first, token.month_first) for token in _dates(self.pages))
        if not isinstance(value, str):
            return False
        words = [fold(word.text) for segment in self.pages.segments for word in segment.words]
        return _stands_in(words, fold(value))


def _stands_in(words: list[str], value: str) -> bool:
    """As one word, or as whole words that follow each other; not within a word, as in the link that a code is."""
    if value in words or len(value) < _LONG_ENOUGH:
        return value in words
    edges, text = {0, *accumulate(map(len, words))}, "".join(words)
    at = text.find(value)
    while at >= 0:
        if at in edges and at + len(value) in edges:
            return True
        at = text.find(value, at + 1)
    return False


def _dates(pages: AnnotatedPages) -> Iterator[Any]:
    return (token for tokens in pages.dates.values() for token in tokens)


def _met(read: Draft, witness: _CodeEvidence) -> Draft:
    said = _in_its_currency(witness.said, read)
    read = _rounded(_confirmed_by_its_reference(read, said), said)
    read = _with(read, witness, said.says, binding=True)
    return _with(read, witness, said.hints, binding=False)


def _with(read: Draft, witness: _CodeEvidence, stated: Invoice, *, binding: bool) -> Draft:
    """binding: the invoice must say the same."""
    printed, coded = leaves_of(read.invoice), leaves_of(stated)
    denied = [pointer for pointer, value in coded.items() if _denies(read, witness, pointer, value, binding=binding)]
    same = [pointer for pointer, value in coded.items() if is_same(pointer, printed.get(pointer), value)]
    closed = {whole for whole in _WHOLE if _is_closed(whole, printed, denied)}
    new = [p for p in coded if p not in same and p not in denied and not p.startswith(tuple(closed) or ("\0",))]
    evidence = {**read.evidence, **_surer(read.evidence, same)}
    evidence |= {pointer: witness.evidence(_TAKEN if binding else _HINTED) for pointer in new}
    findings = [_finding(witness, p, printed[p], coded[p]) for p in denied] if binding else []
    invoice = laid_over(read.invoice, only(stated, set(new).__contains__))
    return Draft(invoice, evidence, (*read.findings, *findings))


def _denies(read: Draft, witness: _CodeEvidence, pointer: str, value: Any, *, binding: bool) -> bool:
    """The page is sure of another value, and does not show the code's in another place.

    A binding value that the page shows was overlooked there; a hint is no reason to think so.
    """
    places = [read.evidence[one] for one in (pointer, _STANDS_FOR.get(pointer)) if one in read.evidence]
    if max((shown.confidence for shown in places), default=0.0) < _SURE:
        return False
    printed = leaves_of(read.invoice).get(pointer)
    if printed is None or is_same(pointer, printed, value):
        return False
    return not (binding and witness.is_printed(value))


def _is_closed(whole: str, printed: dict[str, Any], denied: list[str]) -> bool:
    """Nothing is added to an address, an account or a breakdown that may be another one."""
    if not any(pointer.startswith(f"{whole}/") for pointer in printed):
        return False
    if whole != "/payment/accounts":
        return True
    return f"{whole}/0/identifier" in denied


def _surer(evidence: dict[str, Evidence], same: list[str]) -> dict[str, Evidence]:
    known = {pointer: evidence[pointer] for pointer in same if pointer in evidence}
    return {p: structs.replace(shown, confidence=max(shown.confidence, _CONFIRMED)) for p, shown in known.items()}


def _in_its_currency(said: Statement, read: Draft) -> Statement:
    """Amounts to pay in another currency say nothing of the invoice's."""
    mine, theirs = read.invoice.currency_code, said.hints.currency_code or said.says.currency_code
    if not mine or not theirs or mine == theirs:
        return said
    shown = read.evidence.get("/currency_code")
    if shown is None or shown.confidence < _SURE:
        return said
    return structs.replace(said, says=structs.replace(said.says, totals=None))


def _confirmed_by_its_reference(read: Draft, said: Statement) -> Draft:
    """The text of a payment mostly names the invoice's number."""
    text = said.says.payment.remittance_information if said.says.payment else None
    number = fold(read.invoice.number or "")
    shown = read.evidence.get("/number")
    if not text or shown is None or len(number) < 3 or not re.search(rf"(?<!\d){number}(?!\d)", fold(text)):
        return read
    surer = structs.replace(shown, confidence=max(shown.confidence, _CONFIRMED))
    return structs.replace(read, evidence={**read.evidence, "/number": surer})


def _rounded(read: Draft, said: Statement) -> Draft:
    """Swiss amounts are paid in steps of five rappen; what is rounded off is no contradiction."""
    printed, coded = read.invoice.totals, said.says.totals
    if said.hints.currency_code != "CHF" or not (printed and printed.due and coded and coded.due):
        return read
    rounding = coded.due - printed.due
    if not 0 < abs(rounding) < _ROUNDING:
        return read
    totals: Totals = structs.replace(printed, due=coded.due, rounding=printed.rounding or rounding)
    return structs.replace(read, invoice=structs.replace(read.invoice, totals=totals))


def _finding(witness: _CodeEvidence, pointer: str, printed: Any, coded: Any) -> Finding:
    term = term_of(pointer)
    message = (
        f"The page says {_written(printed)} for the {name_of(pointer)} ({term}), the code on page {witness.page} "
        f"({witness.said.family}) says {_written(coded)}; ask the seller which is right."
    )
    return Finding(DISAGREES, Severity.FATAL, message, pointer, (term,), (str(printed), str(coded)))


def _written(value: Any) -> str:
    """Amounts with their digits in groups of three."""
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)
