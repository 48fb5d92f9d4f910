"""Names: classes that share one, and variables whose name does not say what they hold."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator

from bench.house.figure import Figure
from bench.house.source import product
from bench.house.trees import Tree

VAGUE = ("one", "found", "told")
_CLOUDS = ("invoicy_aws", "invoicy_gcp")


def classes_with_one_name(tree: Tree) -> Figure:
    """Names of public classes of more than one module.

    Two clouds may use the same name in the module of the same name, which does the same job.
    """
    places: dict[str, list[str]] = defaultdict(list)
    for module in product(tree):
        for node in module.syntax.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(module.name)
    shared = {name: modules for name, modules in places.items() if len(modules) > 1 and not _are_twins(modules)}
    return Figure(str(len(shared)), tuple(f"{name}: {', '.join(shared[name])}" for name in sorted(shared)))


def _are_twins(modules: list[str]) -> bool:
    """One module of each cloud, with the same path below its package."""
    packages = sorted(module.partition(".")[0] for module in modules)
    return packages == sorted(_CLOUDS) and len({module.partition(".")[2] for module in modules}) == 1


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
