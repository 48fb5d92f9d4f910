"""Single values of an invoice by pointer, and the union of two invoices."""

from decimal import Decimal

from invoicy.model import Invoice, InvoiceLine, Seller, Totals
from invoicy.model.leaves import laid_over, leaves_of, only

INVOICE = Invoice(number="1", seller=Seller(name="Muster"), lines=(InvoiceLine(net_amount=Decimal(2)),))


def test_every_present_value_has_its_pointer() -> None:
    assert leaves_of(INVOICE) == {"/number": "1", "/seller/name": "Muster", "/lines/0/net_amount": Decimal(2)}


def test_groups_without_a_wanted_value_are_gone() -> None:
    assert only(INVOICE, lambda pointer: pointer == "/number") == Invoice(number="1")
    assert only(INVOICE, lambda _: False) == Invoice()


def test_the_upper_invoice_wins_and_the_lower_one_fills_the_gaps() -> None:
    above = Invoice(number="2", totals=Totals(due=Decimal(3)), lines=(InvoiceLine(), InvoiceLine(identifier="b")))
    joined = laid_over(INVOICE, above)
    assert (joined.number, joined.seller, joined.totals) == ("2", INVOICE.seller, above.totals)
    assert [(line.net_amount, line.identifier) for line in joined.lines] == [(Decimal(2), None), (None, "b")]
