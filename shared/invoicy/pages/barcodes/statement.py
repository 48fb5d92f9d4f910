"""The terms of an invoice that a barcode states."""

from msgspec import Struct

from invoicy.model import Invoice


class Statement(Struct, frozen=True):
    """Values that a barcode states, as an invoice with these values alone.

    family: name of the format. binding: values that must be those of the invoice. hints: values that may differ; the
    payee, for example, is mostly but not always the Seller.
    """

    family: str
    binding: Invoice
    hints: Invoice = Invoice()
