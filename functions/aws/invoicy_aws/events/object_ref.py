"""An uploaded object, and which of them are documents."""

from urllib.parse import quote

from msgspec import Struct

from invoicy.storage import is_output
from invoicy_aws.keys import is_manifest


class Upload(Struct, frozen=True):
    """An object that came into a bucket; the key as S3 knows it, not as the event spells it.

    version: which version of the object, None where the bucket keeps none.
    """

    bucket: str
    key: str
    version: str | None = None

    @property
    def origin(self) -> str:
        """A URI that stays the same when the upload is told of again, by whatever way."""
        place = f"s3://{self.bucket}/{self.key}"
        return place if self.version is None else f"{place}?versionId={quote(self.version)}"

    @property
    def name(self) -> str:
        return self.key.rpartition("/")[2]


def is_document(key: str) -> bool:
    """False for what we wrote ourselves and for the empty objects that stand for folders."""
    return not (is_output(key) or is_manifest(key) or key.endswith("/"))
