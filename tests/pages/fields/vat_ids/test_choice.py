"""Owners of VAT ids, and numbers that are not VAT ids."""

import pytest

from invoicy.pages.fields.parties.choice import parties_of
from invoicy.pages.fields.vat_ids.choice import vat_ids_of
from tests.pages.typeset import typeset

Lines = tuple[tuple[float, float, str], ...]
HEAD: Lines = ((50, 50, "Invoice No: 17"), (50, 65, "Alpha Trading Ltd"), (50, 78, "12 High Street"))
BUYER: Lines = ((50, 150, "Bill to:"), (50, 163, "Beta Trading GmbH"), (50, 176, "Hauptstraße 1"))


def ids(*lines: tuple[float, float, str]) -> tuple[str | None, str | None]:
    page = typeset(*HEAD, *BUYER, *lines)
    vat_ids = vat_ids_of(page, parties_of(page))
    return vat_ids.seller.value if vat_ids.seller else None, vat_ids.buyer.value if vat_ids.buyer else None


@pytest.mark.parametrize(
    ("ours", "yours"),
    [("Supplier TRN", "Customer TRN"), ("Our VAT No:", "Votre numéro d'identification TVA :")],
)
def test_the_label_names_the_owner_of_the_id(ours: str, yours: str) -> None:
    seller_and_buyer = ids((50, 400, f"{ours} 100348826500003"), (50, 430, f"{yours} 100517340900003"))
    assert seller_and_buyer == ("100348826500003", "100517340900003")


def test_a_line_with_a_party_names_the_owner_of_the_id() -> None:
    seller_and_buyer = ids(
        (50, 800, "Alpha Trading Ltd, CNPJ 79.182.516/0001-54"),
        (50, 700, "Beta Trading GmbH, CNPJ 80.289.975/0001-10"),
    )
    assert seller_and_buyer == ("79.182.516/0001-54", "80.289.975/0001-10")


def test_the_id_with_its_country_goes_before_the_same_number_without() -> None:
    assert ids((50, 800, "Y-tunnus 3936927-8"), (200, 800, "ALV-nro FI39369278"))[0] == "FI39369278"


def test_an_act_of_parliament_is_not_a_vat_id() -> None:
    seller_and_buyer = ids(
        (50, 91, "VAT No: GB980780684"), (50, 600, "Customer to pay the VAT to HMRC. VAT Act 1994 applies.")
    )
    assert seller_and_buyer == ("GB980780684", None)


@pytest.mark.parametrize("text", ["EORI DE4417209", "NZBN 9429 0312 88417"])
def test_a_number_of_another_register_is_not_a_vat_id(text: str) -> None:
    assert ids((50, 800, "VAT No: GB980780684"), (250, 800, text))[0] == "GB980780684"
