"""References to uploaded objects."""

import re

from msgspec import Struct

from invoicy.storage import is_output

MARKS = "archived"
_MARK = re.compile(rf"{MARKS}/[^/]+/[^/]+/[0-9a-f]{{32}}\.json")


class ObjectRef(Struct, frozen=True):
    """An object in a bucket. version: its generation; None for the live one."""

    bucket: str
    key: str
    version: int | None = None

    @property
    def origin(self) -> str:
        """The object's URL as gcloud writes it: gs://bucket/key#generation."""
        url = f"gs://{self.bucket}/{self.key}"
        return url if self.version is None else f"{url}#{self.version}"

    @property
    def name(self) -> str:
        return self.key.rpartition("/")[2]


def is_document(key: str) -> bool:
    """False for folders and for objects that the pipeline or the archive job wrote."""
    return bool(key) and not (key.endswith("/") or is_output(key) or _MARK.fullmatch(key))
