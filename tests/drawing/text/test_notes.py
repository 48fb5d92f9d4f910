"""The numbers of findings on a drawing."""

from invoicy.drawing.text.notes import about, notes_of
from invoicy.model import Invoice
from invoicy.readings.reading import Finding, InvoiceReading, Reading, Severity, Status


def finding(rule: str, severity: Severity) -> Finding:
    return Finding(rule, severity, f"The sentence of {rule}.")


def reading_of(*invoices: InvoiceReading, findings: tuple[Finding, ...] = ()) -> Reading:
    return Reading(
        id="1", name="a", media_type="", syntax="ubl", status=Status.REVIEW, findings=findings, invoices=invoices
    )


READING = reading_of(
    InvoiceReading(Invoice(number="A"), findings=(finding("BR-01", Severity.INFORMATION),)),
    InvoiceReading(Invoice(), findings=(finding("BR-02", Severity.FATAL), finding("BR-03", Severity.WARNING))),
    findings=(finding("INVOICY-PAGE", Severity.WARNING),),
)


def test_graver_findings_have_smaller_numbers_and_the_document_comes_before_its_invoices() -> None:
    assert [(note.number, note.finding.rule) for note in notes_of(READING)] == [
        (1, "BR-02"),
        (2, "INVOICY-PAGE"),
        (3, "BR-03"),
        (4, "BR-01"),
    ]


def test_a_note_names_its_invoice_if_there_are_several() -> None:
    assert [note.subject for note in notes_of(READING)] == ["Invoice in place 2", "", "Invoice in place 2", "Invoice A"]
    assert notes_of(reading_of(READING.invoices[0]))[0].subject == ""


def test_the_findings_of_an_invoice_keep_their_numbers() -> None:
    assert {number: item.rule for number, item in about(notes_of(READING), 1).items()} == {1: "BR-02", 3: "BR-03"}
