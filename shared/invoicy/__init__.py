"""Invoicy: an invoice in any form becomes one checked, structured EN 16931 invoice."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from invoicy.api import read
    from invoicy.reading import Reading

__all__ = ["Reading", "read"]

_HOMES = {"Reading": "invoicy.reading", "read": "invoicy.api"}


def __getattr__(name: str) -> Any:
    """Loaded when asked for: who wants the rules or the settings alone need not wait for the readers (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module invoicy has no attribute {name}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
