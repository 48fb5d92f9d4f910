"""Docstrings that begin without a head, and words that `make check` refuses."""

import ast
import re
from collections.abc import Iterable, Iterator

from bench.house.figure import Figure
from bench.house.source import Module, measuring, product
from bench.house.trees import Tree
from infra.check import words

HEADLESS = re.compile(r"(What|Who|Whose|Whom|Where|How|Which|Whether|When|Why)\b")
_Documented = ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef


def headless(tree: Tree) -> Figure:
    """Percent of the docstrings of library and functions that begin with a clause word; the same of tests and bench."""
    shares = [_headless(modules) for modules in (product(tree), measuring(tree))]
    return Figure(", ".join(f"{share:.1%}" for share, _ in shares), tuple(shares[0][1]))


def odd_words(tree: Tree) -> Figure:
    """Docstrings and comments of library and functions that `make check` refuses."""
    problems = tuple(problem for module in product(tree) for problem in words.problems_in(module.path))
    return Figure(str(len(problems)), problems)


def _headless(modules: Iterable[Module]) -> tuple[float, list[str]]:
    texts = [(module.name, text) for module in modules for text in _docstrings(module)]
    headless = [f"{name}: {_line(text)}" for name, text in texts if HEADLESS.match(text)]
    return len(headless) / max(len(texts), 1), headless


def _docstrings(module: Module) -> Iterator[str]:
    for node in ast.walk(module.syntax):
        text = ast.get_docstring(node) if isinstance(node, _Documented) else None
        if text:
            yield text


def _line(text: str) -> str:
    return text.splitlines()[0]
