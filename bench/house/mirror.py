"""Modules that have a test of their own path."""

from pathlib import Path

from bench.house.figure import Figure
from bench.house.trees import Tree


def mirrored(tree: Tree) -> Figure:
    """Modules of the library, and of its pages, with a file tests/PATH/test_MODULE.py; `__init__` is not counted."""
    library = list(_modules(tree.library))
    pages = [path for path in library if path.parts[0] == "pages"]
    alone = tuple(str(path) for path in library if not _is_tested(tree, path))
    return Figure(f"{_share(tree, library)}, {_share(tree, pages)}", alone)


def _modules(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in sorted(folder.rglob("*.py")) if path.name != "__init__.py"]


def _is_tested(tree: Tree, module: Path) -> bool:
    return (tree.path / "tests" / module.parent / f"test_{module.name}").is_file()


def _share(tree: Tree, modules: list[Path]) -> str:
    tested = sum(_is_tested(tree, module) for module in modules)
    return f"{tested} of {len(modules)} ({tested / max(len(modules), 1):.0%})"
