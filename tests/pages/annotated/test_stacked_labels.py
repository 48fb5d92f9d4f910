"""The heads of narrow columns are labels of several lines."""

from invoicy.pages.annotated.labels import Label
from tests.pages.typeset import typeset


def labels(*lines: tuple[float, float, str]) -> dict[str, Label]:
    return {label.key: label for label in typeset(*lines).labels.all()}


def test_two_lines_under_each_other_are_one_label_of_the_lower_line() -> None:
    label = labels((50, 50, "Due"), (50, 61, "date"))["duedate"]
    assert label.segment.row == 1
    assert label.upper is not None
    assert label.upper.row == 0


def test_the_upper_line_is_not_a_label_of_its_own() -> None:
    assert labels((50, 50, "Payment"), (50, 61, "date")).keys() == labels((50, 50, "Payment date")).keys()


def test_centred_lines_are_one_label() -> None:
    assert "unitprice" in labels((50, 50, "Unit"), (47.5, 61, "price"))


def test_lines_in_different_columns_are_not_one_label() -> None:
    assert "duedate" not in labels((50, 50, "Due"), (150, 61, "date"))


def test_lines_with_a_free_line_between_them_are_not_one_label() -> None:
    assert "duedate" not in labels((50, 50, "Due"), (50, 75, "date"))


def test_lines_farther_apart_than_those_of_a_label_are_not_one_label() -> None:
    assert "duedate" not in labels((50, 50, "Due"), (50, 67, "date"))


def test_a_colon_ends_a_label() -> None:
    assert "duedate" not in labels((50, 50, "Due:"), (50, 61, "date"))


def test_a_title_is_not_the_first_line_of_a_label() -> None:
    assert labels((50, 50, "Invoice"), (50, 61, "number")).keys() >= {"invoice"}
