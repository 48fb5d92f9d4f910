"""A document that came over HTTP becomes a reading: stored by the service's profile, else only answered."""

from datetime import UTC, datetime
from time import perf_counter

from msgspec import Struct

from invoicy.document import Document
from invoicy.pipeline import Delivery, Pipeline, log_reading, read_or_reject, reader
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


def take(pipeline: Pipeline, settings: Settings, tenant: str, upload: Upload, wish: Wish) -> Answer:
    """Read the upload. A stored reading is that of the service's profile, so that one by another is not stored.

    Raises as Pipeline.process does.
    """
    profile = wish.profile or settings.profile
    if profile != settings.profile or wish.printed:
        return Answer(_read_only(upload, profile, printed=wish.printed), stored=False)
    source = Source(origin=f"http:{upload.name}", name=upload.name, received=datetime.now(UTC))
    receipt = pipeline.process(Delivery(content=upload.content, tenant=tenant, source=source, keep=True))
    return Answer(receipt.reading, stored=True, created=receipt.created, duplicates=receipt.duplicates)


def _read_only(upload: Upload, profile: Profile, *, printed: bool) -> Reading:
    started = perf_counter()
    reading = read_or_reject(reader(profile, printed=printed), Document.of(upload.content, upload.name))
    log_reading(reading, len(upload.content), started, "not stored")
    return reading
