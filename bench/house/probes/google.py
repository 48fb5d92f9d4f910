"""Report the way of a document on Google Cloud, with Cloud Storage in memory."""

import json
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from bench.house.probes.journey import report

_SETTINGS = {
    "GOOGLE_CLOUD_PROJECT": "bench",
    "INVOICY_BUCKET": "bench",
    "INVOICY_PUSH_TOKENS": "none",
    "INVOICY_VERSION": "1",
}
_NAME = "in/document.pdf"
_HEADERS = {
    "ce-id": "1",
    "ce-source": "//storage.googleapis.com/projects/_/buckets/bench",
    "ce-specversion": "1.0",
    "ce-type": "google.cloud.storage.object.v1.finalized",
    "content-type": "application/json",
}
_EVENT = {"bucket": "bench", "name": _NAME, "generation": "1"}
Objects = dict[str, bytes]


class _Bucket:
    """A bucket of objects in memory."""

    def __init__(self, name: str, objects: Objects) -> None:
        self.name, self.objects = name, objects

    def blob(self, name: str, generation: int | None = None) -> "_Blob":
        return _Blob(self, name, generation)


class _Blob:
    """An object of a bucket, which need not exist."""

    metadata = None

    def __init__(self, bucket: _Bucket, name: str, generation: int | None) -> None:
        self.bucket, self.name, self.generation = bucket, name, generation or 1

    @property
    def size(self) -> int:
        return len(self.bucket.objects[self.name])

    def reload(self, **_: Any) -> None:
        self.download_as_bytes()

    def download_as_bytes(self, **_: Any) -> bytes:
        from google.api_core.exceptions import NotFound

        if self.name not in self.bucket.objects:
            raise NotFound(self.name)
        return self.bucket.objects[self.name]

    def upload_from_string(self, content: bytes, **_: Any) -> None:
        from google.api_core.exceptions import PreconditionFailed

        if self.name in self.bucket.objects:
            raise PreconditionFailed(self.name)
        self.bucket.objects[self.name] = content


class _Client:
    """A client whose buckets hold the same objects."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects

    def bucket(self, name: str) -> _Bucket:
        return _Bucket(name, self._objects)

    def list_blobs(self, bucket: str, prefix: str) -> Iterator[_Blob]:
        return (self.bucket(bucket).blob(name) for name in sorted(self._objects) if name.startswith(prefix))


def _credentials(*_: Any, **__: Any) -> Any:
    """Replace `google.auth.default`: no credentials and a project."""
    return None, "bench"


def _deliver(content: bytes) -> Callable[[], object]:
    os.environ.update(_SETTINGS)
    import google.auth
    from google.cloud import storage

    client = _Client({_NAME: content})
    storage.Client = lambda *_, **__: client
    google.auth.default = _credentials
    import functions_framework

    module = find_spec("invoicy_gcp.bucket")
    if module is None:
        raise SystemExit("There is no module invoicy_gcp.bucket.")
    service = functions_framework.create_app("handler", module.origin, "cloudevent").test_client()
    return lambda: service.post("/", headers=_HEADERS, data=json.dumps(_EVENT))


if __name__ == "__main__":
    report("google", _deliver)
