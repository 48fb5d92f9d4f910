"""Names of variables."""

from bench.house.names import vague_variables

from tests.bench.house.conftest import TreeOf


def test_names_that_are_bound_are_counted_and_those_that_are_read_are_not(tree_of: TreeOf) -> None:
    tree = tree_of({"shared/invoicy/a.py": "def f(one):\n    found = one + told\n    return [one for one in found]"})
    assert vague_variables(tree).text == "2, 1, 0"
