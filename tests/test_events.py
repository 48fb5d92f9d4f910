"""Two invoices are the same to a business by seller, number and total."""

from decimal import Decimal

import pytest

from invoicy.events import identity_of
from invoicy.model import Invoice, Seller, Totals


def invoice(name: str | None, vat: str | None, number: str | None, total: str | None) -> Invoice:
    totals = None if total is None else Totals(with_vat=Decimal(total))
    return Invoice(number=number, seller=Seller(name=name, vat_identifier=vat), totals=totals)


@pytest.mark.parametrize(
    "other",
    [
        invoice("Muster", "DE123", "R-1", "119.00"),
        invoice("Muster GmbH", "de 123", "r-1", "119"),
        invoice(None, "DE123", " R-1 ", "1.19E2"),
    ],
)
def test_seller_number_and_total_make_it_the_same(other: Invoice) -> None:
    assert identity_of(other) == identity_of(invoice("Muster", "DE123", "R-1", "119.0"))


@pytest.mark.parametrize(
    "other",
    [
        invoice("Muster", "DE124", "R-1", "119.00"),
        invoice("Muster", "DE123", "R-2", "119.00"),
        invoice("Muster", "DE123", "R-1", "119.01"),
        invoice("Muster", None, "R-1", "119.00"),
    ],
)
def test_any_of_them_different_makes_it_another(other: Invoice) -> None:
    assert identity_of(other) != identity_of(invoice("Muster", "DE123", "R-1", "119.00"))


@pytest.mark.parametrize(
    "unsaid",
    [
        Invoice(),
        invoice(None, None, "R-1", "119"),
        invoice("Muster", None, None, "119"),
        invoice("Muster", None, "R-1", None),
    ],
)
def test_what_says_too_little_is_the_same_as_nothing(unsaid: Invoice) -> None:
    assert identity_of(unsaid) is None
