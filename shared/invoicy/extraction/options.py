"""The options of a reading."""

from msgspec import Struct


class Options(Struct, frozen=True):
    """Options that apply to a document and to all documents inside it.

    profile: the rules to check the invoices against, one of Profile. printed: ignore embedded XML and read only the
    pages of a PDF.
    """

    profile: str = "auto"
    printed: bool = False
