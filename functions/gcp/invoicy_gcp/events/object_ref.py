"""A reference to an uploaded object, and the objects that are documents."""

from msgspec import Struct

from invoicy.storage import is_output
from invoicy_gcp.archive_keys import is_mark


class ObjectRef(Struct, frozen=True):
    """An object in a bucket. key: not URL-encoded. version: its generation; None for the live object."""

    bucket: str
    key: str
    version: int | None = None

    @property
    def uri(self) -> str:
        """A URI that is the same in every event about this object, as gcloud writes it: gs://bucket/key#generation."""
        uri = f"gs://{self.bucket}/{self.key}"
        return uri if self.version is None else f"{uri}#{self.version}"

    @property
    def name(self) -> str:
        """The last segment of the key."""
        return self.key.rpartition("/")[2]


def is_document(key: str) -> bool:
    """Return False for the program's own output and for the empty objects that represent folders."""
    return bool(key) and not (is_output(key) or is_mark(key) or key.endswith("/"))
