"""A store in a GCS bucket. Objects are created with if_generation_match=0, so only if absent."""

from typing import TYPE_CHECKING

from invoicy.storage import PROBE
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.storage import Client

_ABSENT = 0  # the generation of an object that does not exist


class GcsStore:
    """A DocumentStore in one bucket. Objects in GCS appear whole or not at all."""

    def __init__(self, client: "Client", bucket: str) -> None:
        self._client = client
        self._bucket = client.bucket(bucket)
        self.bucket = bucket

    def create(self, key: str, content: bytes) -> bool:
        from google.api_core.exceptions import PreconditionFailed  # the client has loaded it

        with faults_of(f"the bucket {self.bucket}"):
            try:
                self._bucket.blob(key).upload_from_string(content, if_generation_match=_ABSENT)
            except PreconditionFailed:
                return False
            return True

    def get(self, key: str) -> bytes | None:
        from google.api_core.exceptions import NotFound  # the client has loaded it

        with faults_of(f"the bucket {self.bucket}"):
            try:
                return bytes(self._bucket.blob(key).download_as_bytes())
            except NotFound:
                return None

    def probe(self) -> None:
        self.create(PROBE, b"")

    def keys(self, folder: str) -> tuple[str, ...]:
        with faults_of(f"the bucket {self.bucket}"):
            blobs = self._client.list_blobs(self.bucket, prefix=f"{folder}/")
            return tuple(sorted(blob.name for blob in blobs))
