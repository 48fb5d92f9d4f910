"""Every variable of the environment that the program reads is on the page of settings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docs.generate import DOCS

from tests.requirements import ROOT

_CODE = ("shared/invoicy", "functions/aws/invoicy_aws", "functions/gcp/invoicy_gcp")
_VARIABLE = re.compile(r"_?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+_?")  # with a "_" at its end the program completes it
_READING = re.compile(r"environ|envvar")
_PLACES = frozenset({"os.environ", "environ", "environment"})  # the mapping, by the names that the code has for it


def _variables(module: Path) -> Iterator[str]:
    """Yield the environment variables that a module reads, and all its texts that look like a variable."""
    source = module.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)) if _READING.search(source) else ():
        yield from (text for text in _asked(node) if text)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _VARIABLE.fullmatch(node.value):
            yield node.value


def _asked(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Attribute(attr="get", value=place), args=[ast.Constant(value=str(name)), *_]):
            yield name if ast.unparse(place) in _PLACES else ""
        case ast.Subscript(value=place, slice=ast.Constant(value=str(name))):
            yield name if ast.unparse(place) in _PLACES else ""
        case ast.keyword(arg="envvar", value=ast.Constant(value=str(name))):
            yield name


def _is_documented(variable: str, documented: set[str]) -> bool:
    if variable.endswith("_"):
        return any(name.startswith(variable) for name in documented)
    return variable in documented


@pytest.mark.parametrize("folder", _CODE)
def test_every_variable_is_documented(folder: str) -> None:
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    variables = {variable for module in (ROOT / folder).rglob("*.py") for variable in _variables(module)}
    assert {variable for variable in variables if not _is_documented(variable, documented)} == set()


def test_every_documented_variable_is_read_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for folder in _CODE for path in (ROOT / folder).rglob("*.py"))
    rows = (DOCS / "variables.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = {row.split("\t")[0] for row in rows}
    completed = {name for name in names if name.rpartition("_")[0] + "_{" in code}
    assert {name for name in names - completed if f'"{name}"' not in code} == set()
