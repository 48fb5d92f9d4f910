"""Numbers in the code that reads printed pages: named with a reason, named without, and unnamed."""

import ast
import re
from collections.abc import Iterator

from bench.house.figure import Figure
from bench.house.source import Module, pages
from bench.house.trees import Tree

_ORDINARY = (0, 1, -1, 2)
_ABOVE = re.compile(r"\s*# *[A-Za-z]")
_BESIDE = re.compile(r"  # (?!noqa|fmt:|type:)")
_Assigned = ast.Assign | ast.AnnAssign


def named_numbers(tree: Tree) -> Figure:
    """Numbers in constants of modules that have a reason beside them, of all."""
    reasoned, alone = 0, []
    for module in pages(tree):
        for constant in _constants(module):
            values = sum(1 for _ in _numbers(constant))
            if _has_reason(module, constant):
                reasoned += values
            elif values:
                alone.append((values, f"{module.name}: {ast.unparse(constant)[:80]}"))
    total = reasoned + sum(values for values, _ in alone)
    return Figure(f"{reasoned} of {total}", tuple(line for _, line in alone))


def unnamed_numbers(tree: Tree) -> Figure:
    """Literals in expressions but for 0, 1, -1 and 2 and for positions in a sequence; fractions among them."""
    literals = [(module.name, node) for module in pages(tree) for node in _literals(module)]
    fractions = sum(isinstance(node.value, float) for _, node in literals)
    return Figure(
        f"{len(literals)}, {fractions}", tuple(f"{name}:{node.lineno}: {node.value!r}" for name, node in literals)
    )


def _constants(module: Module) -> Iterator[_Assigned]:
    """Assignments to UPPER_CASE names of the module."""
    for node in module.syntax.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id.isupper() for target in targets):
                yield node


def _numbers(node: ast.AST) -> Iterator[ast.Constant]:
    """The number literals in a node, positions in a sequence left out."""
    pending = [node]
    while pending:
        current = pending.pop()
        if isinstance(current, ast.Constant) and type(current.value) in {int, float}:
            yield current
        children = ast.iter_child_nodes(current)
        pending += [current.value] if isinstance(current, ast.Subscript) else children


def _has_reason(module: Module, constant: _Assigned) -> bool:
    """A comment on the constant's lines or right above, or a docstring right below."""
    lines = module.text.splitlines()
    own = lines[constant.lineno - 1 : constant.end_lineno]
    above = lines[constant.lineno - 2] if constant.lineno > 1 else ""
    commented = _ABOVE.match(above) or any(_BESIDE.search(line) for line in own)
    return bool(commented) or _is_documented(module, constant)


def _is_documented(module: Module, constant: _Assigned) -> bool:
    body = module.syntax.body
    below = body[body.index(constant) + 1 : body.index(constant) + 2]
    return any(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in below)


def _literals(module: Module) -> Iterator[ast.Constant]:
    constants = set(_constants(module))
    for node in module.syntax.body:
        if node not in constants:
            yield from (number for number in _numbers(node) if number.value not in _ORDINARY)
