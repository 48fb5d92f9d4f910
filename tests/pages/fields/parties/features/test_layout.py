"""Evidence from the layout of a name."""

from invoicy.pages.annotated.pages import AnnotatedPages, annotate_pages
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import LayoutEvidence, also
from invoicy.pages.fields.parties.features.layout import add_features
from invoicy.pages.scoring.chances import Features
from invoicy.pages.sources.page import PageText
from tests.pages.typeset import HEIGHT, WIDTH, page, typeset, words_at


def evidence(pages: AnnotatedPages, name: str) -> Features:
    candidates = NameCandidates(pages)
    candidate = candidates.add(name, *(segment for segment in pages.segments if segment.text == name))
    candidate.places = [(segment,) for segment in pages.segments if segment.text == name]
    add_features(candidates)
    return candidate.evidence


def test_the_zone_of_a_name_is_evidence() -> None:
    assert LayoutEvidence.HEAD_LEFT in evidence(typeset((50, 40, "Alpha Ltd")), "Alpha Ltd")
    assert LayoutEvidence.FOOT_RIGHT in evidence(typeset((400, 800, "Alpha Ltd")), "Alpha Ltd")
    assert LayoutEvidence.FIRST_ROW in evidence(typeset((50, 40, "Alpha Ltd")), "Alpha Ltd")


def test_places_after_the_first_are_evidence_of_their_own() -> None:
    kinds = evidence(typeset((50, 40, "Alpha Ltd"), (400, 800, "Alpha Ltd")), "Alpha Ltd")
    assert LayoutEvidence.FOOT_RIGHT not in kinds
    assert also(LayoutEvidence.FOOT_RIGHT) in kinds


def test_a_place_on_a_later_page_is_noted_as_such() -> None:
    pages = annotate_pages((page((50, 40, "Cover letter")), page((50, 40, "Alpha Ltd"), number=2)))
    assert LayoutEvidence.LATER_PAGE in evidence(pages, "Alpha Ltd")


def test_large_letters_are_evidence() -> None:
    words = (*words_at(50, 40, "Alpha Ltd", 20), *words_at(50, 300, "some text of the usual size of letters"))
    kinds = evidence(annotate_pages((PageText(1, WIDTH, HEIGHT, words),)), "Alpha Ltd")
    assert {LayoutEvidence.LARGE, LayoutEvidence.LARGEST} <= kinds.keys()


def test_amounts_beside_a_name_are_evidence() -> None:
    kinds = evidence(typeset((50, 400, "Alpha Ltd"), (400, 400, "120.00")), "Alpha Ltd")
    assert LayoutEvidence.AMOUNTS_IN_ITS_ROW in kinds


def test_a_name_right_of_a_label_is_its_value() -> None:
    kinds = evidence(typeset((50, 400, "Project:"), (200, 400, "Alpha Ltd")), "Alpha Ltd")
    other = evidence(typeset((50, 400, "Bill to:"), (200, 400, "Alpha Ltd")), "Alpha Ltd")
    assert LayoutEvidence.VALUE_OF_A_LABEL not in other
    assert LayoutEvidence.LABEL_WORD not in kinds
