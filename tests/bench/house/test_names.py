"""Names of classes and variables."""

from bench.house.names import classes_with_one_name, vague_variables

from tests.bench.house.conftest import TreeOf


def test_a_class_of_both_clouds_in_the_same_module_is_a_twin(tree_of: TreeOf) -> None:
    tree = tree_of(
        {
            "functions/aws/invoicy_aws/intake.py": "class Intake: ...",
            "functions/gcp/invoicy_gcp/intake.py": "class Intake: ...",
            "functions/aws/invoicy_aws/store.py": "class Store: ...",
            "functions/gcp/invoicy_gcp/shop.py": "class Store: ...",
            "shared/invoicy/ports.py": "class Store: ...\nclass _Hidden: ...",
            "shared/invoicy/model/__init__.py": "class _Hidden: ...",
        }
    )
    figure = classes_with_one_name(tree)
    assert figure.details == ("Store: invoicy.ports, invoicy_aws.store, invoicy_gcp.shop",)


def test_names_that_are_bound_are_counted_and_those_that_are_read_are_not(tree_of: TreeOf) -> None:
    tree = tree_of({"shared/invoicy/a.py": "def f(one):\n    found = one + told\n    return [one for one in found]"})
    assert vague_variables(tree).text == "2, 1, 0"
