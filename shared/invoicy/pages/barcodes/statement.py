"""Statements of a code: terms of the model with their values."""

from msgspec import Struct

from invoicy.model import Invoice


class Statement(Struct, frozen=True):
    """says: what must be true of the invoice. hints: what need not: who is paid is mostly, not always, the seller.

    family: the name of the form that the code follows.
    """

    family: str
    says: Invoice
    hints: Invoice = Invoice()
