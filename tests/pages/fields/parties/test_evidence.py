"""Kinds of evidence for names of parties."""

from invoicy.pages.fields.parties.evidence import (
    ROLES,
    LayoutEvidence,
    NameEvidence,
    OtherForm,
    PartyLabelPlace,
    also,
    kinds,
    label_kind,
    of_other_form,
)


def test_combined_kinds_have_plain_names() -> None:
    assert label_kind("buyer", PartyLabelPlace.OVER_IT) == "buyer label over it"
    assert also(LayoutEvidence.FIRST_ROW) == "also first row"
    assert of_other_form(NameEvidence.LEGAL_FORM) == "~legal form"


def test_every_kind_of_a_name_may_be_lent_by_its_other_forms() -> None:
    own = {kind for kind in kinds() if not kind.startswith("~")}
    lent = kinds() - own - {*OtherForm}
    assert lent == {of_other_form(kind) for kind in own if kind != "no candidate"}


def test_places_after_the_first_have_kinds_of_their_own() -> None:
    assert {also(kind) for kind in LayoutEvidence} <= kinds()


def test_every_role_has_all_places_of_a_label() -> None:
    assert {label_kind(role, place) for role in ROLES for place in PartyLabelPlace} <= kinds()
