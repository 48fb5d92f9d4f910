"""The promises of every InvoiceIndex."""

from decimal import Decimal

from invoicy.events import InvoiceIdentity
from invoicy.ports import InvoiceIndex
from tests.readings import reading_of

IDENTITY = InvoiceIdentity("de1", "r-1", Decimal(119))


def test_documents_that_carry_the_same_invoice_are_found_sorted(index: InvoiceIndex) -> None:
    index.put("t", "1.0", reading_of("b", "R-1", "119.00"))
    index.put("t", "1.0", reading_of("a", "r-1", "119"))
    index.put("t", "1.0", reading_of("c", "R-2", "119.00"))
    assert index.documents_with("t", IDENTITY) == ("a", "b")


def test_a_tenant_sees_its_own_documents_only(index: InvoiceIndex) -> None:
    index.put("t", "1.0", reading_of("a", "R-1", "119"))
    assert index.documents_with("other", IDENTITY) == ()


def test_a_repeat_changes_nothing(index: InvoiceIndex) -> None:
    for _ in range(3):
        index.put("t", "1.0", reading_of("a", "R-1", "119"))
    assert index.documents_with("t", IDENTITY) == ("a",)


def test_the_newest_version_counts_in_whatever_order_they_come(index: InvoiceIndex) -> None:
    index.put("t", "1.10", reading_of("a", "R-1", "119"))
    index.put("t", "1.9", reading_of("a", "misread", "119"))
    assert index.documents_with("t", IDENTITY) == ("a",)
    index.put("t", "2.0", reading_of("a", "R-2", "119"))
    assert index.documents_with("t", IDENTITY) == ()


def test_a_reading_without_an_invoice_is_no_duplicate_of_anything(index: InvoiceIndex) -> None:
    index.put("t", "1.0", reading_of("a", None, None))
    assert index.documents_with("t", IDENTITY) == ()
