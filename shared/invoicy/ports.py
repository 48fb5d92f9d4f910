"""Ports: the calls that the pipeline makes to the outside. An adapter has these methods and names no base class.

Every adapter keeps the promises below; tests/contracts holds each of them to it. Whatever may work the next time -
throttled, slow, reset, out of space - is raised as a TemporaryFaultError, a wrong name or permission as an
AccessRefusedError, and nothing else comes out.
"""

from typing import Protocol

from invoicy.document import Document
from invoicy.events import InvoiceIdentity, ReadingStored
from invoicy.reading import Evidence, InvoiceReading, Reading


class DocumentStore(Protocol):
    """Bytes under keys. A key is a path of segments with `/` between; what is written is never changed."""

    def create(self, key: str, content: bytes) -> bool:
        """Write the object if there is none; True where this call wrote it.

        Of many writers at once one wins. A reader sees all of the bytes or none, even when the writer is killed.
        """
        ...

    def get(self, key: str) -> bytes | None:
        """The bytes under the key, None where there is no object."""
        ...

    def keys(self, folder: str) -> tuple[str, ...]:
        """The keys that begin with the folder and a `/`, sorted; those at any depth."""
        ...

    def probe(self) -> None:
        """Raise what create would raise now. Leaves one object at most, however often it is called."""
        ...


class EventPublisher(Protocol):
    """Tells whoever listens that a reading is stored."""

    def publish(self, event: ReadingStored) -> None:
        """Hand the event over; when this returns it is out of our hands. Repeats carry the same id."""
        ...


class InvoiceIndex(Protocol):
    """A projection of the readings for search; it can be thrown away and rebuilt from the store."""

    def put(self, tenant: str, version: str, reading: Reading) -> None:
        """Note a reading. A repeat changes nothing, and an older version never replaces a newer one."""
        ...

    def documents_with(self, tenant: str, identity: InvoiceIdentity) -> tuple[str, ...]:
        """Ids of the tenant's documents that carry such an invoice, sorted."""
        ...


class OcrEngine(Protocol):
    """Words on a picture of a page."""

    def words(self, image: bytes, *, page: int) -> tuple[Evidence, ...]:
        """The words with their boxes in shares of the page; empty for a blank one.

        image: PNG. page: the number that the words' evidence carries. Raises UnreadableDocumentError for bytes that
        are no image.
        """
        ...


class Extractor(Protocol):
    """Finds the invoices of a document."""

    def extract(self, document: Document) -> tuple[InvoiceReading, ...]:
        """The invoices in their order, the same for the same bytes; empty where the extractor is not for such bytes.

        Raises UnreadableDocumentError where the document is one for it, and broken.
        """
        ...
