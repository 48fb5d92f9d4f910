"""The XML from which an invoice was read: the document itself, or a file inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.containers import parts_of
from invoicy.documents.document import Document
from invoicy.documents.kinds import XML
from invoicy.errors import UnreadableDocumentError
from invoicy.extraction.limits import MAX_DEPTH
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Reading
from invoicy.rules import resolve

if TYPE_CHECKING:
    from invoicy.formats.places import XmlPlaces


class XmlOrigin(Struct, frozen=True):
    """The XML of an invoice. file: name of the file inside the document; "" if the document is the XML itself."""

    file: str
    places: XmlPlaces


def origins_of(document: Document, reading: Reading, profile: str = "auto") -> tuple[XmlOrigin | None, ...]:
    """Return the XML of each invoice of a reading; None for an invoice that was read from pages."""
    if not any(invoice.pages == () for invoice in reading.invoices):
        return (None,) * len(reading.invoices)
    unused = list(_origins(document, Profile(profile), 0))
    return tuple(_take(unused, item.invoice) if not item.pages else None for item in reading.invoices)


def _take(origins: list[XmlOrigin], invoice: Invoice) -> XmlOrigin | None:
    origin = next((origin for origin in origins if origin.places.invoice == invoice), None)
    if origin is not None:
        origins.remove(origin)
    return origin


def _origins(document: Document, profile: Profile, depth: int) -> Iterator[XmlOrigin]:
    """Yield every invoice in XML, in the order of the files. Files that cannot be read are skipped."""
    from invoicy.formats.places import places  # loads lxml and the syntaxes, only if there are findings

    try:
        if document.media_type == XML:
            name = document.name if depth else ""
            for xml_places in places(document.content, lambda invoice: resolve(profile, invoice)):
                yield XmlOrigin(name, xml_places)
        elif depth <= MAX_DEPTH:
            for part in parts_of(document):
                yield from _origins(part, profile, depth + 1)
    except UnreadableDocumentError:
        return
