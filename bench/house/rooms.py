"""Rooms: modules and packages, the imports between them, and the contracts about both."""

import tomllib
from pathlib import Path
from typing import Any

from bench.house.figure import Figure
from bench.house.runs import run
from bench.house.trees import Tree


def plan(tree: Tree) -> Figure:
    """Rooms, arrows and floors of `invoicy.pages`."""
    graph = run(tree, "imports")["pages"]
    return Figure(f"{graph['rooms']}, {graph['arrows']}, {graph['floors']}")


def entries(tree: Tree) -> Figure:
    """Names that `ls` shows in the library, and in its pages."""
    return Figure(", ".join(str(len(_names(folder))) for folder in (tree.library, tree.library / "pages")))


def circles(tree: Tree) -> Figure:
    """Circles among siblings of any package, with the number of rooms of each."""
    rooms: list[list[str]] = run(tree, "imports")["circles"]
    sizes = ", ".join(str(len(circle)) for circle in rooms)
    return Figure(f"{len(rooms)} ({sizes})" if rooms else "0", tuple(" ".join(circle) for circle in rooms))


def contracts(tree: Tree) -> Figure:
    """Import contracts, and packages of which one lists every room."""
    settings = tomllib.loads((tree.path / "pyproject.toml").read_text(encoding="utf-8"))
    agreed: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    listed = {package for contract in agreed if contract.get("exhaustive") for package in contract["containers"]}
    return Figure(f"{len(agreed)}, {len(listed)}", tuple(sorted(listed)))


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name != "__pycache__" and not path.name.startswith(".")]
