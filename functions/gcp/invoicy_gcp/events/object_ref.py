"""A reference to an uploaded object, and the objects that are documents."""

import re

from msgspec import Struct

from invoicy.storage import is_output

MARKS = "archived"
_MARK = re.compile(rf"{MARKS}/[^/]+/[^/]+/[0-9a-f]{{32}}\.json")


class ObjectRef(Struct, frozen=True):
    """An object in a bucket. version: its generation; None for the live object."""

    bucket: str
    key: str
    version: int | None = None

    @property
    def uri(self) -> str:
        """The object's name in gcloud: gs://bucket/key#generation."""
        uri = f"gs://{self.bucket}/{self.key}"
        return uri if self.version is None else f"{uri}#{self.version}"

    @property
    def name(self) -> str:
        """The last segment of the key."""
        return self.key.rpartition("/")[2]


def is_document(key: str) -> bool:
    """Return False for folders and for objects that the pipeline or the archive job wrote."""
    return bool(key) and not (key.endswith("/") or is_output(key) or _MARK.fullmatch(key))
