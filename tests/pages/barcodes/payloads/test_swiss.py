"""The Swiss QR-bill."""

from datetime import date
from decimal import Decimal

from invoicy.pages.barcodes.registry import statement_of
from tests.pages.barcodes.payload import SWISS, code, stated


def test_account_amount_and_reference_are_the_invoices() -> None:
    says = stated(SWISS).binding
    assert says.totals is not None
    assert says.totals.due == Decimal("1949.75")
    assert says.payment is not None
    assert says.payment.remittance_information == "210000000003139471430009017"
    assert says.payment.accounts[0].identifier == "CH4431999123000889012"


def test_creditor_and_debtor_are_likely_seller_and_buyer_with_their_addresses() -> None:
    hints = stated(SWISS).hints
    assert hints.currency_code == "CHF"
    assert hints.seller is not None
    assert hints.seller.address is not None
    assert (hints.seller.name, hints.seller.address.line_one) == ("Robert Schneider AG", "Rue du Lac 1268")
    assert hints.buyer is not None
    assert hints.buyer.address is not None
    assert (hints.buyer.address.post_code, hints.buyer.address.city) == ("9400", "Rorschach")


def test_a_combined_address_is_taken_apart() -> None:
    combined = SWISS.replace(
        "S\nRobert Schneider AG\nRue du Lac\n1268\n2501\nBiel\nCH", "K\nA\nRue 1\n2501 Biel\n\n\nCH"
    )
    seller = stated(combined).hints.seller
    assert seller is not None
    assert seller.address is not None
    parts = (seller.address.line_one, seller.address.post_code, seller.address.city, seller.address.country_code)
    assert parts == ("Rue 1", "2501", "Biel", "CH")


def test_billing_information_is_the_invoice_itself() -> None:
    statement = stated(SWISS)
    assert statement.binding.number == "10201/409"
    assert statement.binding.issue_date == date(2019, 5, 12)
    assert statement.binding.seller is not None
    assert statement.binding.seller.vat_identifier == "CHE-106.017.086"
    assert statement.hints.due_date == date(2019, 6, 11)
    assert statement.hints.buyer_reference == "1400.000-53"
    rates = [(rate.rate, rate.taxable_amount) for rate in statement.hints.vat_breakdown]
    assert rates == [(Decimal("8.1"), Decimal(1500)), (Decimal("2.6"), Decimal("320.5"))]
    (discount,) = statement.hints.payment_discounts
    assert (discount.percentage, discount.period) == (Decimal(2), Decimal(10))


def test_a_bill_without_reference_and_amount_keeps_its_message() -> None:
    statement = stated(SWISS.replace("QRR\n210000000003139471430009017", "NON\n").replace("1949.75", ""))
    assert statement.binding.totals is None
    assert statement.binding.payment is not None
    assert statement.binding.payment.remittance_information == "Order of 15.06.2020"


def test_a_code_that_ends_after_its_account_is_read_as_far_as_it_goes() -> None:
    assert stated("\n".join(SWISS.split("\n")[:4])).hints.seller is None
    assert statement_of(code("SPC\n0200\n1\nCH44")) is None
