"""Marks and their colours."""

from datetime import date

from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.text.notes import notes_of
from invoicy.drawing.values.marks import Mark, marks_of
from invoicy.model import Invoice, Totals
from invoicy.pages.findings.terms import MIN_TO_ACCEPT
from invoicy.readings.reading import Evidence, Finding, InvoiceReading, Reading, Severity, Status
from tests.drawing.samples import sample


def _place(method: str = "label", confidence: float = 0.99) -> Evidence:
    return Evidence(1, (0.1, 0.1, 0.2, 0.2), "as printed", method, confidence)


def _marks(reading: InvoiceReading, *findings: Finding) -> dict[str, Mark]:
    numbered = dict(enumerate(findings, start=1))
    return {mark.pointer: mark for mark in marks_of(reading, reading.evidence or {"/number": _place()}, numbered, 0)}


def test_an_uncertain_date_is_marked_as_doubtful() -> None:
    reading, _ = sample("printed-french.pdf")
    (invoice,) = reading.invoices
    about = {note.number: note.finding for note in notes_of(reading)}
    marks = {mark.pointer: mark for mark in marks_of(invoice, invoice.evidence, about, 0)}
    doubtful = [mark for mark in marks.values() if mark.ink is Ink.DOUBTFUL]
    assert [mark.pointer for mark in doubtful] == ["/issue_date"]
    assert doubtful[0].confidence is not None
    assert doubtful[0].confidence < MIN_TO_ACCEPT
    assert about[doubtful[0].notes[0]].path == "/issue_date"


def test_required_values_and_others_differ() -> None:
    reading = InvoiceReading(Invoice(number="7"), evidence={"/number": _place(), "/due_date": _place(confidence=0.3)})
    assert {pointer: mark.ink for pointer, mark in _marks(reading).items()} == {
        "/number": Ink.CERTAIN,
        "/due_date": Ink.OTHER,
    }


def test_a_fatal_finding_makes_a_value_wrong_and_a_warning_doubtful() -> None:
    reading = InvoiceReading(Invoice(totals=Totals()), evidence={"/totals/with_vat": _place()})
    for severity, ink in ((Severity.FATAL, Ink.WRONG), (Severity.WARNING, Ink.DOUBTFUL)):
        finding = Finding("BR-CO-15", severity, "The sums do not add up.", "/totals/with_vat")
        mark = _marks(reading, finding)["/totals/with_vat"]
        assert (mark.ink, mark.notes) == (ink, (1,))


def test_a_finding_about_a_group_concerns_its_values_and_a_finding_about_the_invoice_does_not() -> None:
    reading = InvoiceReading(Invoice(), evidence={"/totals/due": _place()})
    about_group = Finding("BR-1", Severity.FATAL, "A group is wrong.", "/totals")
    about_all = Finding("BR-2", Severity.FATAL, "Something is missing.", "")
    assert _marks(reading, about_all, about_group)["/totals/due"].notes == (2,)


def test_a_value_from_a_code_has_the_colour_of_codes() -> None:
    reading = InvoiceReading(Invoice(), evidence={"/payment/accounts/0/identifier": _place("qr")})
    assert _marks(reading)["/payment/accounts/0/identifier"].ink is Ink.CODE


def test_a_value_of_an_xml_has_no_confidence() -> None:
    mark = _marks(InvoiceReading(Invoice(number="7")))["/number"]
    assert (mark.ink, mark.confidence, mark.value) == (Ink.CERTAIN, None, "7")


def test_a_mark_has_the_business_name_and_the_value_as_read() -> None:
    reading = InvoiceReading(Invoice(issue_date=date(2026, 4, 8)), evidence={"/issue_date": _place()})
    mark = _marks(reading)["/issue_date"]
    assert (mark.named, mark.value) == (("Invoice issue date", "BT-2"), "2026-04-08")


def test_the_gravest_findings_come_first_and_those_of_the_document_before_those_of_an_invoice() -> None:
    warning, fatal = Finding("A", Severity.WARNING, "A."), Finding("B", Severity.FATAL, "B.")
    reading = Reading(
        id="1", name="", media_type="", status=Status.REVIEW, findings=(warning,),
        invoices=(InvoiceReading(Invoice(), findings=(warning, fatal)),),
    )  # fmt: skip
    notes = [(note.number, note.finding.rule, note.invoice) for note in notes_of(reading)]
    assert notes == [(1, "B", 0), (2, "A", None), (3, "A", 0)]
