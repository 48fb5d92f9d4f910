"""VAT ids on the pages, with their scores."""

from invoicy.pages.fields.parties.choice import parties_of
from invoicy.pages.fields.vat_ids.candidates import VatIdCandidate, vat_id_candidates
from invoicy.pages.fields.vat_ids.weights import weights
from tests.pages.typeset import typeset


def candidates(*lines: tuple[float, float, str]) -> dict[str, VatIdCandidate]:
    pages = typeset(*lines)
    return {candidate.value.value: candidate for candidate in vat_id_candidates(pages, parties_of(pages))}


def test_a_label_names_an_id() -> None:
    labelled = candidates((50, 300, "VAT No: GB980780684"))["GB980780684"]
    assert labelled.value.method == "label inline"
    assert labelled.value.score > weights().score.checked


def test_an_id_without_a_label_is_known_by_its_check_digits() -> None:
    bare = candidates((50, 300, "DE136695976"))["DE136695976"]
    assert (bare.value.method, bare.value.score) == ("check digits", weights().score.checked)


def test_an_id_is_not_taken_from_an_iban() -> None:
    assert candidates((50, 300, "DE89 3704 0044 0532 0130 00")) == {}


def test_a_date_behind_a_label_is_not_an_id() -> None:
    assert candidates((50, 300, "VAT No: 12.03.2025")) == {}


def test_the_label_of_the_buyers_id_decides_its_owner() -> None:
    labelled = candidates((50, 300, "Customer VAT No: GB980780684"))["GB980780684"]
    assert labelled.buyer == weights().buyer.buyer_label
