"""Invoicy: an invoice in any form becomes one checked, structured EN 16931 invoice."""

from invoicy.api import read
from invoicy.reading import Reading

__all__ = ["Reading", "read"]
