"""A place where a rule is broken, as a rule reports it and a sentence is made of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Violation(NamedTuple):
    """One place where a rule is broken.

    path: JSON Pointer into the invoice. values: raw values that offend. fault: the case of the catalogue, empty for the
    usual one. named: further values that its sentence takes, each also of the types in wording/values.py.
    """

    path: str = ""
    values: tuple[str, ...] = ()
    fault: str = ""
    named: Mapping[str, object] = _NOTHING
