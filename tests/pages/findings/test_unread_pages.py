"""Pages, and parts of pages, that were not read are named; pages that show nothing are not."""

import pytest

from invoicy import Reading, read
from invoicy.pages.reader import read_pages
from invoicy.pages.sources.page import PageText
from invoicy.pages.sources.pdf.text_layer import pages_of_pdf
from invoicy.readings.reading import Finding, Severity, Status
from tests.pages.pdfs import (
    HEIGHT,
    INVOICE,
    WIDTH,
    Drawing,
    blank,
    both,
    covered,
    pdf_of,
    picture_of,
    shapes,
    text,
    upwards,
)
from tests.pages.typeset import words_at

INVOICE_PAGE = pdf_of(text())
SCAN = picture_of(INVOICE_PAGE)
LOGO = picture_of(pdf_of(shapes()), x0=40, y0=740, width=110, height=60)
ABOUT_PAGES = {
    "INVOICY-NEEDS-OCR",
    "INVOICY-PAGES-NOT-READ",
    "INVOICY-PICTURE-NOT-READ",
    "INVOICY-PAGE-WITHOUT-TEXT",
    "INVOICY-TEXT-NOT-READ",
    "INVOICY-TEXT-HIDDEN",
    "INVOICY-OCR-LAYER",
    "INVOICY-PAGE-LEFT-OUT",
}


def _about_pages(reading: Reading) -> list[Finding]:
    every = (*reading.findings, *(finding for each in reading.invoices for finding in each.findings))
    return [finding for finding in every if finding.rule in ABOUT_PAGES]


def test_a_scanned_page_among_text_pages_is_named_and_the_invoice_is_for_review() -> None:
    reading = read(pdf_of(text(), SCAN))
    (finding,) = _about_pages(reading)
    assert finding.message == "Page 2 is a picture and was not read: it needs OCR."
    assert (finding.rule, finding.values) == ("INVOICY-NEEDS-OCR", ("2",))
    assert reading.status is reading.invoices[0].status is Status.REVIEW


def test_a_scan_with_a_line_stamped_on_it_is_still_a_picture() -> None:
    stamp = text([(60, 830, "Received by the accounts department on 2 April 2026")])
    (finding,) = _about_pages(read(pdf_of(text(), both(SCAN, stamp))))
    assert (finding.severity, finding.values) == (Severity.FATAL, ("2",))


@pytest.mark.parametrize(
    "page",
    [blank, text([(500, 820, "2 / 2")]), picture_of(pdf_of(blank))],
    ids=["blank", "a page number", "the scan of a blank page"],
)
def test_a_page_that_shows_nothing_needs_no_word(page: Drawing) -> None:
    reading = read(pdf_of(text(), page))
    assert _about_pages(reading) == []
    assert reading.status is Status.ACCEPTED


def test_a_total_that_went_over_to_the_next_page_is_read() -> None:
    head = [line for line in INVOICE if line[1] < 360]
    (reading,) = read(pdf_of(text(head), text([(360, 60, "Total"), (470, 60, "144.00")]))).invoices
    assert reading.evidence["/totals/with_vat"].page == 2
    assert reading.pages == (1, 2)


def test_a_page_with_a_logo_alone_is_information() -> None:
    reading = read(pdf_of(text(), LOGO))
    (finding,) = _about_pages(reading)
    assert (finding.rule, finding.severity) == ("INVOICY-PAGE-WITHOUT-TEXT", Severity.INFORMATION)
    assert reading.status is Status.ACCEPTED


def test_bars_over_and_under_a_blank_page_are_not_print() -> None:
    bars = both(*(picture_of(pdf_of(shapes()), x0=40, y0=at, width=500, height=20) for at in (30, 790)))
    (finding,) = _about_pages(read(pdf_of(text(), bars)))
    assert finding.severity is Severity.INFORMATION


def test_letters_drawn_as_shapes_are_not_text() -> None:
    (finding,) = _about_pages(read(pdf_of(text(), shapes())))
    assert finding.message == "The print on page 2 cannot be read as letters: it needs OCR."
    assert finding.severity is Severity.FATAL


def test_letters_without_a_meaning_are_not_text() -> None:
    words = tuple(word for top in (40.0, 60.0, 80.0) for word in words_at(50, top, "\ue013\ue021\ue003A \ue001\ue044x"))
    garbled = PageText(2, WIDTH, HEIGHT, words, needs_ocr=True)
    (reading,), _ = read_pages((*pages_of_pdf(INVOICE_PAGE), garbled))
    (finding,) = [finding for finding in reading.findings if finding.rule in ABOUT_PAGES]
    assert (finding.rule, finding.severity, finding.values) == ("INVOICY-NEEDS-OCR", Severity.FATAL, ("2",))


def test_a_letterhead_behind_the_text_is_not_an_unread_picture() -> None:
    head = picture_of(pdf_of(text([(60, 40, "Kestrel"), (60, 800, "Registered in England")])))
    assert _about_pages(read(pdf_of(both(head, text())))) == []


def test_a_text_layer_over_a_scan_is_its_text() -> None:
    assert _about_pages(read(pdf_of(both(SCAN, text())))) == []


def test_a_large_picture_under_the_text_is_a_warning() -> None:
    content = pdf_of(both(text(), picture_of(pdf_of(shapes()), height=HEIGHT / 2)))
    reading = read(content)
    (finding,) = _about_pages(reading)
    assert (finding.severity, finding.values) == (Severity.WARNING, ("1",))


@pytest.mark.parametrize(
    ("count", "severity"), [(1, Severity.INFORMATION), (6, Severity.WARNING)], ids=["a line in the margin", "a table"]
)
def test_text_that_runs_up_the_page_is_named(count: int, severity: Severity) -> None:
    lines = [(20.0 + 14 * at, 800.0, "Registered in England, number 123") for at in range(count)]
    reading = read(pdf_of(both(text(), upwards(lines))))
    (finding,) = _about_pages(reading)
    assert (finding.rule, finding.severity) == ("INVOICY-TEXT-NOT-READ", severity)
    assert reading.invoices[0].invoice.number == "KT-2081"


def test_text_that_runs_up_one_page_is_named_beside_a_page_without_text() -> None:
    aside = upwards([(20.0, 800.0, "Registered in England, number 123")])
    findings = _about_pages(read(pdf_of(both(text(), aside), SCAN)))
    assert [(finding.severity, finding.values) for finding in findings] == [
        (Severity.FATAL, ("2",)),
        (Severity.INFORMATION, ("1",)),
    ]


def test_an_unread_page_belongs_to_the_invoice_that_it_follows() -> None:
    other = [(x, y, line.replace("KT-2081", "KT-2082")) for x, y, line in INVOICE]
    first, second = read(pdf_of(text(), SCAN, text(other))).invoices
    assert (first.status, second.status) == (Status.REVIEW, Status.ACCEPTED)


def test_a_page_that_belongs_to_no_invoice_is_named() -> None:
    note = text(
        [(60, 60, "DELIVERY NOTE"), (360, 60, "Document number: D-55102"), (60, 120, "Oak board, planed, 4 pieces")]
    )
    (reading,) = read(pdf_of(text(), note)).invoices
    (finding,) = [finding for finding in reading.findings if finding.rule in ABOUT_PAGES]
    assert finding.message == "Page 2 was left out: nothing in the text shows that it is an invoice."
    assert (finding.rule, reading.pages) == ("INVOICY-PAGE-LEFT-OUT", (1,))


def test_pictures_before_the_invoice_belong_to_it() -> None:
    (finding,) = _about_pages(read(pdf_of(SCAN, SCAN, text())))
    assert finding.message == "Pages 1 and 2 are pictures and were not read: they need OCR."


def test_a_letter_beside_a_scan_does_not_make_the_document_something_else() -> None:
    reading = read(pdf_of(SCAN, text([(60, 60, "Dear Ms Holt, enclosed please find our papers. Kind regards")])))
    (finding,) = reading.findings
    assert finding.rule == "INVOICY-NEEDS-OCR"
    assert finding.message.startswith("Page 1 is a picture and was not read")


def test_a_blank_document_is_not_an_invoice_and_needs_no_recognition() -> None:
    (finding,) = read(pdf_of(blank, blank)).findings
    assert (finding.rule, finding.message) == ("INVOICY-NO-INVOICE", "The document is blank. Ask for another copy.")


def test_pages_beyond_the_bound_are_named() -> None:
    reading = read(pdf_of(text(), *[blank] * 51))
    (finding,) = _about_pages(reading)
    assert finding.message == "Pages 51 and 52 were not read: only the first 50 pages of a PDF are."
    assert reading.status is Status.REVIEW


TOTAL = (360.0, 362.0, "Total incl. VAT"), (470.0, 362.0, "GBP 144.00")
WITHOUT_TOTAL = [line for line in INVOICE if line not in TOTAL]


@pytest.mark.parametrize(
    "drawing",
    [both(text(WITHOUT_TOTAL), text(TOTAL, colour=1.0)), both(text(), covered(355, 350, 200, 16))],
    ids=["white on white", "covered"],
)
def test_an_invisible_total_is_not_read(drawing: Drawing) -> None:
    reading = read(pdf_of(drawing))
    (finding,) = _about_pages(reading)
    assert (finding.rule, finding.values) == ("INVOICY-TEXT-HIDDEN", ("1",))
    totals = reading.invoices[0].invoice.totals
    assert totals is None or str(totals.with_vat) != "144.00"
    assert reading.status is Status.REVIEW


def test_print_in_a_light_colour_is_read() -> None:
    reading = read(pdf_of(both(text(WITHOUT_TOTAL), text(TOTAL, colour=0.8))))
    assert _about_pages(reading) == []
    assert reading.status is Status.ACCEPTED


def test_text_beside_the_page_is_not_read_and_needs_no_word() -> None:
    beside = text([(100, -300, "Total incl. VAT"), (210, -300, "GBP 999.00"), (700, 90, "Invoice number: 99")])
    reading = read(pdf_of(both(text(), beside)))
    assert _about_pages(reading) == []
    assert reading.status is Status.ACCEPTED


@pytest.mark.parametrize(
    "drawing", [both(SCAN, text(mode=3)), both(text(), SCAN)], ids=["drawn without ink", "under the scan"]
)
def test_text_that_was_recognised_in_a_scan_is_read_with_a_word(drawing: Drawing) -> None:
    reading = read(pdf_of(drawing))
    (finding,) = _about_pages(reading)
    assert (finding.rule, finding.severity) == ("INVOICY-OCR-LAYER", Severity.WARNING)
    assert reading.invoices[0].invoice.number == "KT-2081"
    assert reading.status is Status.ACCEPTED


def test_half_a_scan_beside_the_text_is_a_warning() -> None:
    half = picture_of(pdf_of(text([(x, y * 2.2, line) for x, y, line in INVOICE])), y0=40, height=330)
    (finding,) = _about_pages(read(pdf_of(both(text(), half))))
    assert (finding.rule, finding.values) == ("INVOICY-PICTURE-NOT-READ", ("1",))


def test_what_decides_the_status_comes_first() -> None:
    head = [line for line in INVOICE if line not in TOTAL and "date" not in line[2]]
    (reading,) = read(pdf_of(both(text(head), text(TOTAL, colour=1.0)), LOGO)).invoices
    severities = [finding.severity for finding in reading.findings]
    assert severities == sorted(severities, key=list(Severity).index)
    assert set(severities) == set(Severity)
