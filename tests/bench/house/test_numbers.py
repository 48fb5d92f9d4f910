"""Numbers of the code that reads pages."""

from bench.house.numbers import named_numbers, unnamed_numbers

from tests.bench.house.conftest import TreeOf

CONSTANTS = """
CENT = 0.01  # the smallest amount of most currencies
# half of a page
MIDDLE = 0.5
LIMITS = (3, 4)
\"\"\"Lines of an address and of a name.\"\"\"
HIGH = 0.3  # noqa: X
PLACES = {"top": 1, "foot": 2}
"""
EXPRESSIONS = """
def place(row: list[float]) -> float:
    return row[7] * 0.25 + row[3:5][1] * 1 if len(row) > 12 else -1
"""


def test_a_number_has_a_reason_by_a_comment_or_a_docstring(tree_of: TreeOf) -> None:
    tree = tree_of({"shared/invoicy/pages/places.py": CONSTANTS})
    figure = named_numbers(tree)
    assert figure.text == "4 of 7"
    assert [line.partition(" = ")[0] for line in figure.details] == [
        "invoicy.pages.places: HIGH",
        "invoicy.pages.places: PLACES",
    ]


def test_positions_and_ordinary_numbers_are_not_literals_to_explain(tree_of: TreeOf) -> None:
    tree = tree_of({"shared/invoicy/pages/places.py": CONSTANTS + EXPRESSIONS})
    assert unnamed_numbers(tree).text == "2, 1"
