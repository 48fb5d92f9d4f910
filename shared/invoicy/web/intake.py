"""A document that came over HTTP becomes a reading: stored by the service's profile, else only answered."""

from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

from msgspec import Struct

from invoicy.document import Document
from invoicy.pipeline import Delivery, Pipeline, read_or_reject, reader
from invoicy.profiles import Profile
from invoicy.reading import Reading
from invoicy.settings import Settings
from invoicy.storage import Source
from invoicy.web.uploads import Upload


class Wish(Struct, frozen=True):
    """The way in which the caller wants a document to be read. profile: None for the service's."""

    profile: Profile | None = None
    printed: bool = False


class Answer(Struct, frozen=True):
    """A reading. stored: it can be fetched later. created: this request stored it. duplicates: ids of documents."""

    reading: Reading
    stored: bool
    created: bool = False
    duplicates: tuple[str, ...] = ()


class Note(Struct, frozen=True):
    """A document that was answered. size: bytes. seconds: from its last byte to its reading."""

    answer: Answer
    size: int
    seconds: float


class Intake(Struct, frozen=True):
    """The way of a document from a request to its reading. note: is told of each answer."""

    pipeline: Pipeline
    settings: Settings
    note: Callable[[Note], None] | None = None

    def take(self, tenant: str, upload: Upload, wish: Wish) -> Answer:
        """Read the upload. A stored reading is that of the service's profile, so that one by another is not stored.

        Raises as Pipeline.process does.
        """
        started = perf_counter()
        profile = wish.profile or self.settings.profile
        is_own = profile == self.settings.profile and not wish.printed
        answer = self._stored(tenant, upload) if is_own else _read_only(upload, profile, printed=wish.printed)
        if self.note is not None:
            self.note(Note(answer, len(upload.content), perf_counter() - started))
        return answer

    def _stored(self, tenant: str, upload: Upload) -> Answer:
        source = Source(origin=f"http:{upload.name}", name=upload.name, received=datetime.now(UTC))
        receipt = self.pipeline.process(Delivery(content=upload.content, tenant=tenant, source=source, keep=True))
        return Answer(receipt.reading, stored=True, created=receipt.created, duplicates=receipt.duplicates)


def _read_only(upload: Upload, profile: Profile, *, printed: bool) -> Answer:
    read = reader(profile, printed=printed)
    return Answer(read_or_reject(read, Document.of(upload.content, upload.name)), stored=False)
