"""Names: classes that share one, and variables whose name does not say what they hold."""

import ast
from collections import Counter
from collections.abc import Iterator

from bench.house.figure import Figure
from bench.house.source import product
from bench.house.trees import Tree
from infra.check import class_names

VAGUE = ("one", "found", "told")


def classes_with_one_name(tree: Tree) -> Figure:
    """Class names of more than one module, as `make check` counts them: twins of the clouds may share a name."""
    library, *clouds = tree.packages
    problems = tuple(class_names.problems_in(library, clouds))
    return Figure(str(len(problems)), problems)


def vague_variables(tree: Tree) -> Figure:
    """Assignments, loops and parameters that use each of the vague names."""
    counts = Counter(name for module in product(tree) for name in _bound(module.syntax) if name in VAGUE)
    return Figure(", ".join(str(counts[name]) for name in VAGUE))


def _bound(syntax: ast.Module) -> Iterator[str]:
    for node in ast.walk(syntax):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
