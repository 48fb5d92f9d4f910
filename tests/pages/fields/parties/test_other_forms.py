"""Longer and shorter forms of a name."""

from invoicy.pages.fields.parties.candidates import NameCandidate
from invoicy.pages.fields.parties.evidence import NameEvidence, OtherForm, of_other_form
from invoicy.pages.fields.parties.other_forms import is_same, with_other_forms


def named(name: str, **evidence: float) -> NameCandidate:
    return NameCandidate(name, [], None, evidence=dict(evidence))


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
