"""The keys of a store, the same on every cloud and on the laptop, and what is kept under them."""

import re
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec import Struct
from packaging.version import InvalidVersion, Version

from invoicy.errors import DamagedObjectError, TemporaryFaultError
from invoicy.ports import DocumentStore
from invoicy.reading import Reading
from invoicy.settings import TENANT_PATTERN


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The origin of a document, as its first delivery from there named it. Stands beside the reading, never in it.

    origin: a URI that stays the same when the delivery is repeated. received: when we saw it, UTC.
    """

    origin: str
    name: str = ""
    received: datetime
    tags: dict[str, str] = {}

    @property
    def id(self) -> str:
        """The same for every delivery from one origin."""
        return sha256(self.origin.encode()).hexdigest()[:32]


READINGS = "readings"
DOCUMENTS = "documents"
UPLOADS = "uploads"
# As exact as can be: an uploader's own folder may have the same name.
_OUTPUT = re.compile(rf"({READINGS}/[^/]+/[0-9a-f]{{64}}/.|{DOCUMENTS}/[^/]+/[0-9a-f]{{64}}$)")


def is_output(key: str) -> bool:
    """The pipeline wrote this object: an upload notice of it must not start the pipeline again."""
    return _OUTPUT.match(key) is not None


def folder_of(tenant: str, document_id: str) -> str:
    return f"{READINGS}/{tenant}/{document_id}"


def reading_key(tenant: str, document_id: str, version: str) -> str:
    return f"{folder_of(tenant, document_id)}/{version}.json"


def source_key(tenant: str, document_id: str, source: Source) -> str:
    return f"{folder_of(tenant, document_id)}/sources/{source.id}.json"


def document_key(tenant: str, document_id: str) -> str:
    """The key for the bytes of a document that came by no bucket or folder of its own."""
    return f"{DOCUMENTS}/{tenant}/{document_id}"


# An empty document of nobody: in a place that every handler may write to, and that no upload notice is taken from.
PROBE = document_key("probe", sha256(b"").hexdigest())


_UPLOAD = re.compile(rf"{UPLOADS}/({TENANT_PATTERN[1:-1]})/[0-9a-f]{{32}}/.")


def upload_key(tenant: str, upload_id: str, name: str) -> str:
    """The key for a document that is too large for a request. upload_id: 32 digits in hex."""
    return f"{UPLOADS}/{tenant}/{upload_id}/{name or 'document'}"


def uploader_of(key: str) -> str | None:
    """The tenant that was told to send its document there; None for every other object."""
    upload = _UPLOAD.match(key)
    return upload[1] if upload else None


def keep_source(store: DocumentStore, tenant: str, document_id: str, source: Source) -> bool:
    """Note the origin of the document; True the first time."""
    return store.create(source_key(tenant, document_id, source), msgspec.json.encode(source))


def keep_reading(store: DocumentStore, tenant: str, version: str, reading: Reading) -> tuple[Reading, bool]:
    """The stored reading and whether this call stored it; another writer's stands where it was faster."""
    key = reading_key(tenant, reading.id, version)
    if store.create(key, reading.to_json().encode()):
        return reading, True
    stored = stored_reading(store, key)
    if stored is None:
        raise TemporaryFaultError(f"The reading {key} went away while it was being stored; deliver the document again.")
    return stored, False


def stored_reading(store: DocumentStore, key: str) -> Reading | None:
    """The reading under the key, None where there is none. Raises DamagedObjectError where it cannot be read."""
    content = store.get(key)
    if content is None:
        return None
    try:
        return Reading.from_json(content)
    except msgspec.DecodeError as error:
        raise DamagedObjectError(key) from error


def newest_key(store: DocumentStore, tenant: str, document_id: str) -> str | None:
    """The key of the document's reading by the newest version of the program; None where it was never read."""
    folder = folder_of(tenant, document_id)
    names = (key.removeprefix(f"{folder}/") for key in store.keys(folder))
    versions = [name.removesuffix(".json") for name in names if "/" not in name and name.endswith(".json")]
    newest = max(versions, key=_order, default=None)
    return None if newest is None else reading_key(tenant, document_id, newest)


def _order(version: str) -> Version:
    try:
        return Version(version)
    except InvalidVersion:
        return Version("0.dev0")
