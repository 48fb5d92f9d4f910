"""Reads a document, stores its reading and publishes an event. Every step is safe to repeat.

A document may be delivered twice, and the process may stop at any point: the next delivery completes the work. A fault
that may pass is raised, so that the queue delivers again. Every other failure becomes a stored, rejected reading.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from functools import partial
from typing import Protocol

from msgspec import Struct, field

from invoicy.documents.document import Document
from invoicy.errors import InvoicyError, TemporaryFaultError, UnreadableDocumentError
from invoicy.extraction import read_document, too_large
from invoicy.model.profiles import Profile
from invoicy.ports import DocumentStore, EventPublisher
from invoicy.readings.events import CloudEvent, reading_stored
from invoicy.readings.reading import Finding, Reading, Severity, Status
from invoicy.storage import Origin, document_key, load_reading, reading_key, store_origin, store_reading

_log = logging.getLogger("invoicy.pipeline")

ReadDocument = Callable[[Document], Reading]


class IncomingDocument(Struct, frozen=True, kw_only=True):
    """A document with its tenant and its origin.

    keep: store the bytes, because they are stored nowhere else. whole: False if the document is too large to load;
    then its id is that of all its bytes, and its content is empty.
    """

    document: Document
    tenant: str
    origin: Origin
    keep: bool = False
    whole: bool = True


class Receipt(Struct, frozen=True, kw_only=True):
    """The result of processing a document. created: False when an earlier delivery stored the reading."""

    reading: Reading
    key: str
    created: bool


class Stage(StrEnum):
    """The stages of processing a document. The handler fetches it (FETCH); the pipeline does the rest."""

    FETCH = "fetch"
    READ = "read"
    STORE = "store"
    PUBLISH = "publish"


class PipelineObserver(Protocol):
    """Measures the stages of each document.

    A thread finishes one document before it starts the next, and makes all calls for that document.
    """

    def stage(self, stage: Stage, /) -> AbstractContextManager[object]:
        """Measure the block as part of the stage. A document may enter a stage more than once.

        An exception in the block must pass through.
        """
        ...

    def done(self, receipt: Receipt, /) -> None:
        """Record the result of the document whose stages were measured since the last call."""
        ...


class NullObserver:
    """A PipelineObserver that measures nothing."""

    def stage(self, _: Stage) -> AbstractContextManager[None]:
        return nullcontext()

    def done(self, _: Receipt) -> None:
        """Record nothing."""


class NullPublisher:
    """An EventPublisher for a service without subscribers."""

    def publish(self, _: CloudEvent) -> None:
        """Publish nothing."""


class Pipeline(Struct, frozen=True, kw_only=True):
    """Processes documents through its ports. version: the program's version, which is part of a reading's key."""

    store: DocumentStore
    publisher: EventPublisher
    version: str
    read: ReadDocument
    observer: PipelineObserver = field(default_factory=NullObserver)

    def process(self, incoming: IncomingDocument) -> Receipt:
        """Read the document, store its reading and publish an event.

        Raises a retryable InvoicyError when another delivery may succeed, AccessRefusedError and DamagedObjectError
        when a person has to act first. Delivering again is safe after any error.
        """
        reading, created = self._stored_reading(incoming)
        key = reading_key(incoming.tenant, reading.id, self.version)
        receipt = Receipt(reading=reading, key=key, created=created)
        with self.observer.stage(Stage.PUBLISH):
            self.publisher.publish(reading_stored(reading, tenant=incoming.tenant, version=self.version, key=key))
        self.observer.done(receipt)
        return receipt

    def _stored_reading(self, incoming: IncomingDocument) -> tuple[Reading, bool]:
        tenant, document = incoming.tenant, incoming.document
        with self.observer.stage(Stage.STORE):
            if incoming.keep:
                self.store.create(document_key(tenant, document.id), document.content)
            store_origin(self.store, tenant, document.id, incoming.origin)
            stored = load_reading(self.store, reading_key(tenant, document.id, self.version))
        if stored is not None:
            return stored, False
        with self.observer.stage(Stage.READ):
            reading = read_or_reject(self.read if incoming.whole else too_large, document)
        with self.observer.stage(Stage.STORE):
            return store_reading(self.store, tenant, self.version, reading)


def reader(profile: Profile = Profile.AUTO, *, printed: bool = False) -> ReadDocument:
    """Return read_document with its options set. profile, printed: as in read_document."""
    return partial(read_document, profile=profile, printed=printed)


def read_or_reject(read: ReadDocument, document: Document) -> Reading:
    """Read the document; return a rejected reading when it can never be read.

    Raises TemporaryFaultError when the machine failed: no memory, no disk space, no file handle.
    """
    try:
        return read(document)
    except UnreadableDocumentError as error:
        return _rejected(document, error.rule, error.message)
    except InvoicyError:
        raise  # a passing fault or wrong settings: neither is the document's fault
    except (OSError, MemoryError) as error:
        raise TemporaryFaultError(f"The machine could not read the document: {error or 'out of memory'}.") from error
    except Exception:  # noqa: BLE001  a defect of the program must neither lose the document nor block its queue
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
