"""The stack's template, as CloudFormation reads it."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import Struct
from yaml import MappingNode, Node, SafeLoader, ScalarNode, SequenceNode, load

from tests.requirements import ROOT

TEMPLATE = ROOT / "infra" / "aws" / "template.yaml"


class Statement(Struct, frozen=True):
    """A permission of a role. where: the resource that grants it."""

    where: str
    actions: tuple[str, ...]
    resources: tuple[Any, ...]


class _Loader(SafeLoader):
    """YAML with CloudFormation's short forms, each as {its tag: its value}."""


def _short_form(loader: _Loader, tag: str, node: Node) -> dict[str, Any]:
    value: Any = None
    if isinstance(node, ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    elif isinstance(node, MappingNode):
        value = loader.construct_mapping(node, deep=True)
    return {tag: value}


_Loader.add_multi_constructor("!", _short_form)


@pytest.fixture(scope="session")
def template() -> dict[str, Any]:
    parsed: dict[str, Any] = load(TEMPLATE.read_text(encoding="utf-8"), _Loader)  # noqa: S506  a SafeLoader's child
    return parsed


@pytest.fixture(scope="session")
def resources(template: dict[str, Any]) -> dict[str, Any]:
    resources: dict[str, Any] = template["Resources"]
    return resources


def statements(name: str, part: Any) -> Iterator[Statement]:
    """Every statement below the part of a template that allows something."""
    if isinstance(part, dict):
        if part.get("Effect") == "Allow":
            yield Statement(name, _listed(part.get("Action")), _listed(part.get("Resource")))
        for value in part.values():
            yield from statements(name, value)
    elif isinstance(part, list):
        for value in part:
            yield from statements(name, value)


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else () if value is None else (value,)
