"""The examples in docstrings give the results that they show."""

import doctest
from importlib import import_module

import pytest

EXAMPLES = {"invoicy": 1, "invoicy.api": 1, "invoicy.readings.reading": 8}


@pytest.mark.parametrize("module", EXAMPLES)
def test_the_examples_of_a_module_run(module: str) -> None:
    examples = [test for test in doctest.DocTestFinder().find(import_module(module)) if test.examples]
    assert len(examples) >= EXAMPLES[module]
    runner = doctest.DocTestRunner()
    printed: list[str] = []
    for example in examples:
        runner.run(example, out=printed.append)
    assert runner.failures == 0, "".join(printed)
