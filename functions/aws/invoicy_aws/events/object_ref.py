"""A reference to an uploaded object, and the objects that are documents."""

from urllib.parse import quote

from msgspec import Struct

from invoicy.storage import is_output
from invoicy_aws.archive_keys import is_backfill_file


class ObjectRef(Struct, frozen=True):
    """An object in a bucket. key: not URL-encoded. version: None in a bucket without versions."""

    bucket: str
    key: str
    version: str | None = None

    @property
    def uri(self) -> str:
        """A URI that is the same in every event about this object: s3://bucket/key?versionId=version."""
        uri = f"s3://{self.bucket}/{self.key}"
        return uri if self.version is None else f"{uri}?versionId={quote(self.version)}"

    @property
    def name(self) -> str:
        """The last segment of the key."""
        return self.key.rpartition("/")[2]


def is_document(key: str) -> bool:
    """Return False for the program's own output and for the empty objects that represent folders."""
    return bool(key) and not (is_output(key) or is_backfill_file(key) or key.endswith("/"))
