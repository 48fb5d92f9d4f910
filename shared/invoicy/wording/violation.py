"""A violation: one place where an invoice breaks a rule."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Violation(NamedTuple):
    """One place where a rule is broken.

    path: JSON Pointer into the invoice. values: the wrong values as they are in the invoice. fault: the catalogue's
    case, empty for the usual one. named: further values for the sentence, which may be of the types in
    wording/values.py.
    """

    path: str = ""
    values: tuple[str, ...] = ()
    fault: str = ""
    named: Mapping[str, object] = _NOTHING
