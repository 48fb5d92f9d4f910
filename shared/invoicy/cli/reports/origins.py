"""The XML that an invoice of a document was read from: the document itself, or a file inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.containers import parts_of
from invoicy.documents.document import Document
from invoicy.errors import UnreadableDocumentError
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Reading
from invoicy.rules import resolve

if TYPE_CHECKING:
    from invoicy.formats.places import XmlPlaces

_MAX_DEPTH = 4


class XmlOrigin(Struct, frozen=True):
    """file: name of the file inside the document, empty where the document is the XML itself."""

    file: str
    places: XmlPlaces


def origins_of(document: Document, reading: Reading, profile: str = "auto") -> tuple[XmlOrigin | None, ...]:
    """The XML of each invoice of a document's reading; None for an invoice that was read from pages."""
    if not any(invoice.pages == () for invoice in reading.invoices):
        return (None,) * len(reading.invoices)
    left = list(_origins(document, Profile(profile), 0))
    return tuple(_take(left, each.invoice) if not each.pages else None for each in reading.invoices)


def _take(origins: list[XmlOrigin], invoice: Invoice) -> XmlOrigin | None:
    origin = next((origin for origin in origins if origin.places.invoice == invoice), None)
    if origin is not None:
        origins.remove(origin)
    return origin


def _origins(document: Document, profile: Profile, depth: int) -> Iterator[XmlOrigin]:
    """Every invoice in XML, in the order of the files; files that cannot be read are left out, as in the reading."""
    from invoicy.formats.places import places  # lxml and the syntaxes: only for who asks for places

    try:
        if document.media_type == "application/xml":
            name = document.name if depth else ""
            yield from (
                XmlOrigin(name, each) for each in places(document.content, lambda invoice: resolve(profile, invoice))
            )
        elif depth <= _MAX_DEPTH:
            for part in parts_of(document):
                yield from _origins(part, profile, depth + 1)
    except UnreadableDocumentError:
        return
