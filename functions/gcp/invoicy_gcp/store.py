"""A store in a GCS bucket: created only if absent by if_generation_match=0."""

from typing import TYPE_CHECKING

from invoicy.storage import PROBE
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.storage import Client

_NO_GENERATION = 0


class GcsStore:
    """A DocumentStore on one bucket. GCS shows an object whole or not at all."""

    def __init__(self, client: "Client", bucket: str) -> None:
        self._client = client
        self._bucket = client.bucket(bucket)
        self.bucket = bucket

    def create(self, key: str, content: bytes) -> bool:
        from google.api_core.exceptions import PreconditionFailed  # loaded by the client at this point

        with faults_of(f"The bucket {self.bucket}"):
            try:
                self._bucket.blob(key).upload_from_string(content, if_generation_match=_NO_GENERATION)
            except PreconditionFailed:
                return False
            return True

    def get(self, key: str) -> bytes | None:
        from google.api_core.exceptions import NotFound  # as above

        with faults_of(f"The bucket {self.bucket}"):
            try:
                return bytes(self._bucket.blob(key).download_as_bytes())
            except NotFound:
                return None

    def probe(self) -> None:
        self.create(PROBE, b"")

    def keys(self, folder: str) -> tuple[str, ...]:
        with faults_of(f"The bucket {self.bucket}"):
            blobs = self._client.list_blobs(self.bucket, prefix=f"{folder}/")
            return tuple(sorted(blob.name for blob in blobs))
