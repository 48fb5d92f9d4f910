"""Docstrings that begin without a head, and words that a plain sentence does without."""

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator

from bench.house.figure import Figure
from bench.house.source import Module, measuring, product
from bench.house.trees import Tree

HEADLESS = re.compile(r"(What|Who|Whose|Whom|Where|How|Which|Whether|When|Why)\b")
ODD = re.compile(r"\b(stands?|bears?|is none|is no|be it|nobody|whoever)\b", re.IGNORECASE)
_Documented = ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef


def headless(tree: Tree) -> Figure:
    """Percent of the docstrings of library and functions that begin with a clause word; the same of tests and bench."""
    shares = [_headless(modules) for modules in (product(tree), measuring(tree))]
    return Figure(", ".join(f"{share:.1%}" for share, _ in shares), tuple(shares[0][1]))


def odd_words(tree: Tree) -> Figure:
    """Docstrings and comments of library and functions that contain one of the odd words."""
    texts = [(module.name, text) for module in product(tree) for text in (*_docstrings(module), *_comments(module))]
    odd = tuple(f"{name}: {_line(text, match.start())}" for name, text in texts if (match := ODD.search(text)))
    return Figure(f"{len(odd)} of {len(texts)}", odd)


def _headless(modules: Iterable[Module]) -> tuple[float, list[str]]:
    texts = [(module.name, text) for module in modules for text in _docstrings(module)]
    headless = [f"{name}: {_line(text)}" for name, text in texts if HEADLESS.match(text)]
    return len(headless) / max(len(texts), 1), headless


def _docstrings(module: Module) -> Iterator[str]:
    for node in ast.walk(module.syntax):
        text = ast.get_docstring(node) if isinstance(node, _Documented) else None
        if text:
            yield text


def _comments(module: Module) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def _line(text: str, at: int = 0) -> str:
    """The line of the text that holds the character at this position."""
    return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()
