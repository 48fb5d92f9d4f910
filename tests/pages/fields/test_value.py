"""Values of fields and their alternatives."""

from invoicy.pages.annotated.slots import Relation
from invoicy.pages.fields.value import FieldValue, chosen_value, label_method
from invoicy.pages.scoring.choice import Candidate, Choice


class Named(Candidate):
    name: str


def value(text: str, score: float) -> FieldValue[str]:
    return FieldValue(text, 1, (), text, score, "label below")


def value_of(candidate: Named, chance: float) -> FieldValue[str]:
    return value(candidate.name, chance)


def test_alternatives_are_the_likeliest_three_each_once() -> None:
    others = [value(text, score) for text, score in (("b", 0.1), ("c", 0.4), ("d", 0.3), ("e", 0.2), ("c", 0.2))]
    assert [other.value for other in value("a", 0.9).beside(others).alternatives] == ["c", "d", "e"]


def test_the_value_itself_and_what_is_hardly_likely_are_not_alternatives() -> None:
    assert value("a", 0.9).beside([value("a", 0.5), value("b", 0.01), None]).alternatives == ()


def test_only_a_label_makes_a_value_labelled() -> None:
    labelled = FieldValue("A-1", 1, (), "A-1", 0.9, label_method(Relation.RIGHT))
    assert (labelled.method, labelled.is_labelled) == ("label right", True)
    assert not FieldValue("A-1", 1, (), "A-1", 0.9, "place").is_labelled


def test_the_chosen_candidate_has_its_rivals_as_alternatives() -> None:
    best, rival = Choice(Named("A-1"), 0.7), Choice(Named("B-2"), 0.2)
    none: Choice[Named] = Choice(None, 0.1)
    chosen = chosen_value(best, [best, rival, none], value_of)
    assert chosen is not None
    assert (chosen.value, chosen.score, [other.value for other in chosen.alternatives]) == ("A-1", 0.7, ["B-2"])


def test_the_choice_of_no_candidate_has_no_value() -> None:
    assert chosen_value(Choice(None, 0.9), [Choice(Named("A-1"), 0.1)], value_of) is None
