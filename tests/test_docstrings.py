"""Docstrings: the examples do what they show, and the first words are the thing or what it does."""

import ast
import doctest
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.requirements import ROOT

EXAMPLES = {"invoicy": 1, "invoicy.api": 1, "invoicy.readings.reading": 8}
CODE = ("shared/invoicy", "functions", "infra", "bench", "docs", "samples", "tests")
HEADLESS = re.compile(r"(What|Who|Whose|Whom|Where|How|Which|Whether|When|Why|That)\b")
Documented = ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef


def docstrings_of(path: Path) -> Iterator[str]:
    """The docstrings in a file, each behind its place."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        text = ast.get_docstring(node) if isinstance(node, Documented) else None
        if text:
            yield f"{path.relative_to(ROOT)}: {text.splitlines()[0]}"


@pytest.mark.parametrize("module", EXAMPLES)
def test_the_examples_of_a_module_run(module: str) -> None:
    examples = [test for test in doctest.DocTestFinder().find(import_module(module)) if test.examples]
    assert len(examples) >= EXAMPLES[module]
    runner = doctest.DocTestRunner()
    printed: list[str] = []
    for example in examples:
        runner.run(example, out=printed.append)
    assert runner.failures == 0, "".join(printed)


@pytest.mark.parametrize("folder", CODE)
def test_no_docstring_begins_with_a_clause_that_has_no_head(folder: str) -> None:
    """Such a clause names no thing: the reader finds out at its end what it is about."""
    texts = [text for path in sorted((ROOT / folder).rglob("*.py")) for text in docstrings_of(path)]
    assert texts
    assert [text for text in texts if HEADLESS.match(text.partition(": ")[2])] == []
