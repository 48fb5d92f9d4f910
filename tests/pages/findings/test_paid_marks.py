"""Stamps with the word "paid"."""

import pytest

from invoicy import read
from invoicy.readings.reading import Finding, Severity, Status
from tests.pages.pdfs import INVOICE, Line, both, pdf_of, text


def _about_paid(content: bytes) -> list[Finding]:
    (reading,) = read(content).invoices
    assert reading.status is Status.ACCEPTED
    return [finding for finding in reading.findings if finding.rule == "INVOICY-MARKED-PAID"]


@pytest.mark.parametrize("word", ["PAID", "BEZAHLT", "Pay\xe9e", "Paid in full"])
def test_a_paid_stamp_is_a_warning(word: str) -> None:
    (finding,) = _about_paid(pdf_of(both(text(), text([(200, 240, word)], size=28))))
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        f"Page 1 says {word!r}, but the reading has no payment and an amount due (BT-115) of 144.00."
    )


@pytest.mark.parametrize(
    "lines",
    [
        [
            (360.0, 380.0, "Paid"),
            (470.0, 380.0, "GBP 144.00"),
            (360.0, 396.0, "Amount due"),
            (470.0, 396.0, "GBP 0.00"),
        ],
        [(60.0, 420.0, "Goods stay ours until they are paid in full.")],
    ],
    ids=["a payment", "terms"],
)
def test_a_payment_that_is_read_and_terms_are_not_stamps(lines: list[Line]) -> None:
    assert _about_paid(pdf_of(text([*INVOICE, *lines]))) == []
