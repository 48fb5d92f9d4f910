"""Reads the document of an HTTP request, and stores the reading if it used the service's profile."""

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

from msgspec import Struct

from invoicy.documents.document import Document
from invoicy.model.profiles import Profile
from invoicy.pipeline import IncomingDocument, Pipeline, read_or_reject, reader
from invoicy.readings.reading import Reading
from invoicy.settings import Settings
from invoicy.storage import Origin
from invoicy.web.request_bodies import RequestBody


class ReadOptions(Struct, frozen=True):
    """The options of a request. profile: None for the service's profile."""

    profile: Profile | None = None
    printed: bool = False


class ReadResult(Struct, frozen=True):
    """A reading. stored: it can be fetched later. created: this request stored it."""

    reading: Reading
    stored: bool
    created: bool = False


class ReadEvent(Struct, frozen=True):
    """A document that was read for a request. size: bytes. seconds: from its last byte to its reading."""

    result: ReadResult
    size: int
    seconds: float


class HttpIntake(Struct, frozen=True):
    """Reads the documents of requests. on_read: called after each document."""

    pipeline: Pipeline
    settings: Settings
    on_read: Callable[[ReadEvent], None] | None = None

    def take(self, tenant: str, body: RequestBody, options: ReadOptions) -> ReadResult:
        """Read the document. Only a reading by the service's profile, with embedded XML, is stored.

        Raises as Pipeline.process does.
        """
        started = perf_counter()
        document = Document.of(body.content, body.name)
        profile = options.profile or self.settings.profile
        if profile == self.settings.profile and not options.printed:
            result = self._store(tenant, document)
        else:
            reading = read_or_reject(reader(profile, printed=options.printed), document)
            result = ReadResult(reading, stored=False)
        if self.on_read is not None:
            self.on_read(ReadEvent(result, len(body.content), perf_counter() - started))
        return result

    def _store(self, tenant: str, document: Document) -> ReadResult:
        origin = Origin(uri=f"http:{document.name}", name=document.name, received=datetime.now(UTC))
        incoming = IncomingDocument(document=document, tenant=tenant, origin=origin, keep=True)
        receipt = self.pipeline.process(incoming)
        return ReadResult(receipt.reading, stored=True, created=receipt.created)
