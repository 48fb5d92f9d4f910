"""A code on a typeset page, read back with what is printed beside it."""

from decimal import Decimal

import pytest

from invoicy import Reading, read
from invoicy.readings.reading import Finding, InvoiceReading, Status
from tests.pages.barcodes.payload import EPC, SWISS
from tests.pages.barcodes.sheet import sheet

_ATCUD = "A:{nif}*B:999999990*C:PT*D:FT*E:N*F:{day}*G:FT {number}*H:X-1*N:190.00*O:1190.00"


def _only(pdf: bytes) -> InvoiceReading:
    reading = read(pdf, printed=True)
    assert Reading.from_json(reading.to_json()) == reading
    (invoice,) = reading.invoices
    return invoice


def _contradictions(reading: InvoiceReading) -> list[Finding]:
    return [finding for finding in reading.findings if finding.rule != "INVOICY-LINES-NOT-READ"]


def test_what_the_page_lacks_is_taken_from_the_code() -> None:
    reading = _only(sheet(EPC))
    assert reading.invoice.payment is not None
    (account,) = reading.invoice.payment.accounts
    assert (account.identifier, account.service_provider_identifier) == ("DE89370400440532013000", "COBADEFFXXX")
    account_evidence = reading.evidence["/payment/accounts/0/identifier"]
    assert (account_evidence.method, account_evidence.page, account_evidence.text) == ("qr", 1, EPC)
    x0, top, x1, bottom = account_evidence.box
    assert (x1 - x0) * 595 == pytest.approx((bottom - top) * 842, abs=2)
    assert (x1 - x0) * 595 == pytest.approx(110, abs=4)
    assert reading.status is Status.ACCEPTED


def test_what_code_and_page_share_is_surer() -> None:
    without, with_code = _only(sheet(None)), _only(sheet(EPC))
    for pointer in ("/number", "/seller/name", "/totals/due"):
        assert with_code.evidence[pointer].confidence > without.evidence[pointer].confidence
        assert with_code.evidence[pointer].method == without.evidence[pointer].method
    assert with_code.evidence["/buyer/name"] == without.evidence["/buyer/name"]


def test_another_amount_than_the_total_is_a_finding_with_both_values() -> None:
    reading = _only(sheet(EPC.replace("1190.00", "1090.00")))
    (finding,) = _contradictions(reading)
    assert (finding.rule, finding.path, finding.values) == (
        "INVOICY-QR-DISAGREES",
        "/totals/due",
        ("1190.00", "1090.00"),
    )
    assert finding.terms == ("BT-115",)
    assert reading.status is Status.REVIEW
    assert reading.invoice.totals is not None
    assert reading.invoice.totals.due == Decimal("1190.00")


def test_a_code_that_pays_into_another_account_is_a_finding() -> None:
    reading = _only(sheet(EPC, payment="IBAN: DE02 1203 0000 0000 2020 51"))
    (finding,) = _contradictions(reading)
    assert finding.path == "/payment/accounts/0/identifier"
    assert finding.values == ("DE02120300000000202051", "DE89370400440532013000")
    assert reading.invoice.payment is not None
    (account,) = reading.invoice.payment.accounts
    assert (account.identifier, account.name) == ("DE02120300000000202051", None)


def test_a_second_printed_account_may_be_the_codes() -> None:
    payment = "IBAN: DE02 1203 0000 0000 2020 51 \\ IBAN: DE89 3704 0044 0532 0130 00"
    reading = _only(sheet(EPC, payment=payment))
    assert _contradictions(reading) == []
    assert reading.invoice.payment is not None
    assert reading.invoice.payment.accounts[0].identifier == "DE89370400440532013000"


def test_whom_a_code_pays_need_not_be_the_seller() -> None:
    reading = _only(sheet(EPC.replace("Nordlicht Beratung GmbH", "Factoring Bank AG")))
    assert _contradictions(reading) == []
    assert reading.invoice.seller is not None
    assert reading.invoice.seller.name == "Nordlicht Beratung GmbH"


def test_the_amount_of_an_order_in_another_currency_is_ignored() -> None:
    reading = _only(sheet(EPC.replace("1190.00", "1250.00"), currency="CHF"))
    assert _contradictions(reading) == []
    assert reading.invoice.currency_code == "CHF"


def test_a_code_with_the_invoice_confirms_it() -> None:
    payload = _ATCUD.format(nif="123456788", day="20260305", number="RE-2026-118")
    reading = _only(sheet(payload))
    assert _contradictions(reading) == []
    for pointer in ("/number", "/issue_date", "/seller/vat_identifier", "/totals/vat", "/totals/with_vat"):
        assert reading.evidence[pointer].confidence >= 0.995


def test_a_code_with_another_invoice_contradicts_the_page() -> None:
    payload = _ATCUD.format(nif="509876543", day="20260306", number="RE-2026-119")
    paths = {finding.path for finding in _contradictions(_only(sheet(payload)))}
    assert paths == {"/number", "/issue_date", "/seller/vat_identifier"}


def test_a_number_that_is_not_printed_comes_from_billing_information() -> None:
    bill = SWISS.replace("1949.75", "1190.00").replace("190512", "260305")
    reading = _only(sheet(bill, number="see below", currency="CHF", vat_number="see below"))
    assert reading.invoice.number == "10201/409"
    assert reading.evidence["/number"].method == "qr"
    assert "/number" not in {finding.path for finding in reading.findings}


def test_rounding_to_five_rappen_is_not_a_contradiction() -> None:
    bill = SWISS.replace("1949.75", "1190.05").partition("//S1")[0]
    reading = _only(sheet(bill, currency="CHF", net="1000.02", vat="190.01", gross="1190.03"))
    assert _contradictions(reading) == []
    assert reading.invoice.totals is not None
    assert (reading.invoice.totals.due, reading.invoice.totals.rounding) == (Decimal("1190.05"), Decimal("0.02"))


def test_a_link_to_a_shop_changes_nothing() -> None:
    assert _only(sheet("https://www.example.com/thanks")) == _only(sheet(None))
