"""The keys of a store, the same on every cloud and on the laptop, and the objects under them."""

import re
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec import Struct
from packaging.version import InvalidVersion, Version

from invoicy.errors import DamagedObjectError, TemporaryFaultError
from invoicy.ports import DocumentStore
from invoicy.readings.reading import Reading
from invoicy.settings import TENANT_NAME


class Origin(Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"uri": "origin"}):
    """The place that a document was delivered from. Stored beside the reading and never in it.

    uri: names the place, and is the same when a delivery is repeated. name, received, tags: those of the first
    delivery; received is in UTC. In the stored JSON, uri is called "origin".
    """

    uri: str
    name: str = ""
    received: datetime
    tags: dict[str, str] = {}

    @property
    def id(self) -> str:
        """Return the beginning of the SHA-256 of the URI, in hex: the name of the origin in its key."""
        return sha256(self.uri.encode()).hexdigest()[:32]


READINGS = "readings"
DOCUMENTS = "documents"
UPLOADS = "uploads"
# Exact, because an uploader's own folder may have the same name.
_OUTPUT = re.compile(rf"({READINGS}/[^/]+/[0-9a-f]{{64}}/.|{DOCUMENTS}/[^/]+/[0-9a-f]{{64}}$)")


def is_output(key: str) -> bool:
    """Test for an object that the pipeline wrote. An event about it must not start the pipeline again."""
    return _OUTPUT.match(key) is not None


def folder_of(tenant: str, document_id: str) -> str:
    return f"{READINGS}/{tenant}/{document_id}"


def reading_key(tenant: str, document_id: str, version: str) -> str:
    return f"{folder_of(tenant, document_id)}/{version}.json"


def origin_key(tenant: str, document_id: str, origin: Origin) -> str:
    """Return the key for an origin. Stores already contain keys with the word `sources`, so it does not change."""
    return f"{folder_of(tenant, document_id)}/sources/{origin.id}.json"


def document_key(tenant: str, document_id: str) -> str:
    """Return the key for the bytes of a document that is stored nowhere else."""
    return f"{DOCUMENTS}/{tenant}/{document_id}"


# An empty document of the tenant "probe". Every handler may write there, and no event about it starts the pipeline.
PROBE = document_key("probe", sha256(b"").hexdigest())


_UPLOAD = re.compile(rf"{UPLOADS}/({TENANT_NAME})/[0-9a-f]{{32}}/.")


def upload_key(tenant: str, upload_id: str, name: str) -> str:
    """Return the key for a document that is too large for a request. upload_id: 32 hexadecimal digits."""
    return f"{UPLOADS}/{tenant}/{upload_id}/{name or 'document'}"


def tenant_of_upload(key: str) -> str | None:
    """Return the tenant whose upload has this key; None for any other object."""
    upload = _UPLOAD.match(key)
    return upload[1] if upload else None


def store_origin(store: DocumentStore, tenant: str, document_id: str, origin: Origin) -> bool:
    """Store the origin of the document. Return True if it was not stored yet."""
    return store.create(origin_key(tenant, document_id, origin), msgspec.json.encode(origin))


def store_reading(store: DocumentStore, tenant: str, version: str, reading: Reading) -> tuple[Reading, bool]:
    """Store the reading. Return the stored reading, and True if this call stored it.

    Another writer may have been faster; then the reading is the one that it stored.
    """
    key = reading_key(tenant, reading.id, version)
    if store.create(key, reading.to_json().encode()):
        return reading, True
    stored = load_reading(store, key)
    if stored is None:
        raise TemporaryFaultError(f"The reading {key} was deleted while it was stored. Deliver the document again.")
    return stored, False


def load_reading(store: DocumentStore, key: str) -> Reading | None:
    """Return the reading under the key, None if absent. Raises DamagedObjectError for any other object."""
    content = store.get(key)
    if content is None:
        return None
    try:
        return Reading.from_json(content)
    except msgspec.DecodeError as error:
        raise DamagedObjectError(key) from error


def newest_reading_key(store: DocumentStore, tenant: str, document_id: str) -> str | None:
    """Return the key of the document's reading by the newest program version; None if it was never read."""
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
