"""Short and full forms of one name."""

from invoicy.pages.fields.parties.candidates import NameCandidate
from invoicy.pages.fields.parties.evidence import NameEvidence, OtherForm, PartyLabelPlace, label_kind, of_other_form
from invoicy.pages.fields.parties.short_and_full_names import (
    is_same,
    with_legal_form,
    with_other_forms,
    with_short_forms,
)
from invoicy.pages.scoring.choice import Choice
from tests.pages.typeset import typeset


def named(name: str) -> NameCandidate:
    return NameCandidate(name, [], None)


def full_name(seller: NameCandidate, *lines: str) -> str:
    pages = typeset(*((50.0, 50.0 + 20 * index, line) for index, line in enumerate(lines)))
    formal = with_legal_form(pages, seller)
    return formal.name if formal else ""


def test_the_footer_completes_the_name_of_the_letterhead() -> None:
    assert full_name(named("Stuckmann"), "Stuckmann", "Stuckmann GmbH") == "Stuckmann GmbH"


def test_more_than_a_legal_form_does_not_complete_a_name() -> None:
    assert full_name(named("Stuckmann"), "Stuckmann Nord Handels GmbH") == "Stuckmann"
    assert full_name(named("Stuckmann"), "Stuckmann - SAS au capital de 1000") == "Stuckmann"


def test_a_labelled_name_stays_as_it_is() -> None:
    seller = named("Stuckmann")
    seller.note(label_kind("seller", PartyLabelPlace.HIGH))
    assert full_name(seller, "Stuckmann GmbH") == "Stuckmann"


def test_a_company_has_the_chances_of_its_short_forms() -> None:
    full, short = Choice(named("Stuckmann GmbH"), 0.5), Choice(named("Stuckmann"), 0.3)
    none: Choice[NameCandidate] = Choice(None, 0.2)
    assert [choice.chance for choice in with_short_forms([full, short, none])] == [0.8, 0.3, 0.2]


def test_a_name_and_its_full_form_are_the_same() -> None:
    assert is_same("stuckmann", "stuckmanngmbh")
    assert not is_same("alpha", "betagmbh")


def test_short_beginnings_are_not_the_same() -> None:
    assert not is_same("abc", "abcdef")


def test_the_forms_of_a_name_lend_each_other_their_evidence() -> None:
    short, full = named("Stuckmann"), named("Stuckmann GmbH")
    full.note(NameEvidence.LEGAL_FORM)
    of_short, of_full = with_other_forms([short, full])
    assert of_short == {OtherForm.LONGER: 1.0, of_other_form(NameEvidence.LEGAL_FORM): 1.0}
    assert of_full == {NameEvidence.LEGAL_FORM: 1.0, OtherForm.SHORTER: 1.0}


def test_other_names_lend_nothing() -> None:
    alpha, beta = named("Alpha Ltd"), named("Beta GmbH")
    beta.note(NameEvidence.LEGAL_FORM)
    assert with_other_forms([alpha, beta])[0] == {}
