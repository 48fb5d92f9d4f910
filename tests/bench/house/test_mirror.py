"""Modules with a test of their path."""

from bench.house.mirror import mirrored

from tests.bench.house.conftest import TreeOf


def test_a_test_in_another_folder_does_not_count(tree_of: TreeOf) -> None:
    tree = tree_of(
        {
            "shared/invoicy/pages/__init__.py": "",
            "shared/invoicy/pages/header.py": "",
            "shared/invoicy/pages/layout/rows.py": "",
            "shared/invoicy/ports.py": "",
            "tests/pages/test_header.py": "",
            "tests/pages/test_rows.py": "",
        }
    )
    figure = mirrored(tree)
    assert figure.text == "1 of 3 (33%), 1 of 2 (50%)"
    assert figure.details == ("pages/layout/rows.py", "ports.py")
