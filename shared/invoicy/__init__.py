"""Invoicy: an invoice in any form becomes one checked, structured EN 16931 invoice.

>>> import invoicy
>>> reading = invoicy.read(b"", name="empty.pdf")
>>> reading.status == invoicy.Status.REJECTED
True
>>> reading.findings[0].message
'The document is empty: it has no bytes.'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from invoicy.api import read
    from invoicy.errors import (
        AccessRefusedError,
        DocumentNotFoundError,
        InvalidArgumentError,
        InvalidReadingError,
        InvoicyError,
        TemporaryFaultError,
    )
    from invoicy.model import Invoice
    from invoicy.model.profiles import Profile
    from invoicy.readings.reading import Evidence, Finding, InvoiceReading, Reading, Severity, Status, Unmapped

    __version__: str

__all__ = [
    "AccessRefusedError",
    "DocumentNotFoundError",
    "Evidence",
    "Finding",
    "InvalidArgumentError",
    "InvalidReadingError",
    "Invoice",
    "InvoiceReading",
    "InvoicyError",
    "Profile",
    "Reading",
    "Severity",
    "Status",
    "TemporaryFaultError",
    "Unmapped",
    "__version__",
    "read",
]

_MODULES = {
    "invoicy.api": ("read",),
    "invoicy.errors": (
        "AccessRefusedError",
        "DocumentNotFoundError",
        "InvalidArgumentError",
        "InvalidReadingError",
        "InvoicyError",
        "TemporaryFaultError",
    ),
    "invoicy.model": ("Invoice",),
    "invoicy.model.profiles": ("Profile",),
    "invoicy.readings.reading": ("Evidence", "Finding", "InvoiceReading", "Reading", "Severity", "Status", "Unmapped"),
}

if not TYPE_CHECKING:  # a type checker must not take every name for one that exists

    def __getattr__(name: str) -> object:
        """Load a public name when it is asked for: `import invoicy` alone waits for no reader (PEP 562)."""
        from importlib import import_module

        if name == "__version__":
            return import_module("invoicy.version").version()
        module = next((module for module, names in _MODULES.items() if name in names), None)
        if module is None:
            raise AttributeError(f"module 'invoicy' has no attribute {name!r}")
        return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return __all__
