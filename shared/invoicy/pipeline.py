"""From a delivered document to a reading that is stored, told and indexed: each step is safe to repeat.

A delivery may come twice, and the process may die anywhere: whoever delivers again brings it to its end. A fault that
may pass is raised, so that the queue delivers again; whatever else a document does becomes a stored, rejected reading.
"""

import logging
from collections.abc import Callable

from msgspec import Struct, structs

from invoicy import api
from invoicy.document import Document
from invoicy.errors import InvoicyError, TemporaryFaultError, UnreadableDocumentError
from invoicy.events import ReadingStored, identities_of, summaries_of
from invoicy.ports import DocumentStore, EventPublisher, InvoiceIndex
from invoicy.profiles import Profile
from invoicy.reading import Finding, Reading, Severity, Status
from invoicy.storage import Source, document_key, keep_reading, keep_source, reading_key, stored_reading

_log = logging.getLogger("invoicy.pipeline")

Reader = Callable[[Document], Reading]


class Delivery(Struct, frozen=True, kw_only=True):
    """A document as it came in. keep: the store has to hold its bytes, because no other place does."""

    content: bytes
    tenant: str
    source: Source
    keep: bool = False


class Receipt(Struct, frozen=True, kw_only=True):
    """The result of a delivery.

    created: False for a byte duplicate, which has its reading from an earlier delivery. duplicates: ids of other
    documents that carry an invoice of the same seller, number and total; empty where there is no index.
    """

    reading: Reading
    key: str
    created: bool
    duplicates: tuple[str, ...] = ()


class Pipeline(Struct, frozen=True, kw_only=True):
    """The steps with their ports. version: the program's, under which readings are stored."""

    store: DocumentStore
    publisher: EventPublisher
    version: str
    read: Reader
    index: InvoiceIndex | None = None

    def process(self, delivery: Delivery) -> Receipt:
        """Read, store, publish and index one delivery.

        Raises a retryable InvoicyError when a delivery may succeed the next time, AccessRefusedError and
        DamagedObjectError when someone has to act first. Whatever is raised, delivering again is safe.
        """
        return self._carry_through(Document.of(delivery.content, delivery.source.name), delivery)

    def refuse(self, document: Document, delivery: Delivery, reason: UnreadableDocumentError) -> Receipt:
        """Store, publish and index a rejected reading for a document that nobody could load.

        document: with the id of all its bytes, which neither it nor the delivery has to hold. Raises as process does.
        """

        def read(_: Document) -> Reading:
            raise reason

        return structs.replace(self, read=read)._carry_through(document, delivery)  # noqa: SLF001  ourselves

    def _carry_through(self, document: Document, delivery: Delivery) -> Receipt:
        reading, created = self._stored(document, delivery)
        receipt = Receipt(
            reading=reading,
            key=reading_key(delivery.tenant, reading.id, self.version),
            created=created,
            duplicates=self._duplicates(delivery.tenant, reading),
        )
        self.publisher.publish(self._event(delivery.tenant, receipt))
        if self.index is not None:
            self.index.put(delivery.tenant, self.version, reading)
        _log.info("document %s: %s, %s", reading.id, reading.status, "read" if created else "read before")
        return receipt

    def _stored(self, document: Document, delivery: Delivery) -> tuple[Reading, bool]:
        if delivery.keep:
            self.store.create(document_key(delivery.tenant, document.id), delivery.content)
        keep_source(self.store, delivery.tenant, document.id, delivery.source)
        stored = stored_reading(self.store, reading_key(delivery.tenant, document.id, self.version))
        if stored is not None:
            return stored, False
        return keep_reading(self.store, delivery.tenant, self.version, read_or_reject(self.read, document))

    def _duplicates(self, tenant: str, reading: Reading) -> tuple[str, ...]:
        if self.index is None:
            return ()
        documents = {each for i in identities_of(reading) for each in self.index.documents_with(tenant, i)}
        return tuple(sorted(documents - {reading.id}))

    def _event(self, tenant: str, receipt: Receipt) -> ReadingStored:
        return ReadingStored(
            id=receipt.key,
            tenant=tenant,
            document=receipt.reading.id,
            version=self.version,
            key=receipt.key,
            status=receipt.reading.status,
            invoices=summaries_of(receipt.reading),
            duplicates=receipt.duplicates,
        )


def reader(profile: Profile = Profile.AUTO, *, printed: bool = False) -> Reader:
    """The library's own reading of a document, held to the profile. printed: ignore embedded XML."""
    return lambda document: api.read(document.content, name=document.name, profile=profile, printed=printed)


def read_or_reject(read: Reader, document: Document) -> Reading:
    """The document's reading; a rejected one when reading fails for good.

    Raises TemporaryFaultError when it is the machine that failed: no memory, no space, no file handle.
    """
    try:
        return read(document)
    except UnreadableDocumentError as error:
        return _rejected(document, error.rule, error.message)
    except InvoicyError:
        raise  # passing, or wrong settings: neither is the document's fault
    except (OSError, MemoryError) as error:
        raise TemporaryFaultError(f"The machine could not read the document: {error or 'out of memory'}.") from error
    except Exception:  # noqa: BLE001  a defect of ours must neither lose the document nor block its queue
        _log.exception("document %s could not be read", document.id)
        message = "Reading the document failed inside the program; please report it with the document's id."
        return _rejected(document, "INVOICY-INTERNAL-ERROR", message)


def _rejected(document: Document, rule: str, message: str) -> Reading:
    return Reading(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        status=Status.REJECTED,
        findings=(Finding(rule, Severity.FATAL, message),),
    )
