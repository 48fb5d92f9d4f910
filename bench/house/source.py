"""The Python source of a tree, parsed once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from bench.house.trees import Tree


class Module(Struct, frozen=True):
    """A parsed file. name: dotted, as it is imported."""

    name: str
    path: Path
    text: str
    syntax: ast.Module


@cache
def modules_in(folder: Path, package: str) -> tuple[Module, ...]:
    """The modules under a folder. package: the dotted name of the folder."""
    return tuple(_module(path, folder, package) for path in sorted(folder.rglob("*.py")))


def _module(path: Path, folder: Path, package: str) -> Module:
    parts = [package, *path.relative_to(folder).with_suffix("").parts]
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Module(name, path, text, ast.parse(text))


def product(tree: Tree) -> Iterator[Module]:
    """The modules of the library and of both clouds."""
    for folder in tree.packages:
        yield from modules_in(folder, folder.name)


def pages(tree: Tree) -> tuple[Module, ...]:
    """The modules that read printed pages."""
    return modules_in(tree.library / "pages", "invoicy.pages")


def measuring(tree: Tree) -> Iterator[Module]:
    """The modules of tests and benches."""
    for name in ("tests", "bench"):
        yield from modules_in(tree.path / name, name)
