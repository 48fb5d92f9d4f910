"""The services as Cloud Run starts them: told by the environment, with fake-gcs-server as Google Cloud Storage."""

import json
import logging
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import functions_framework
import pytest
from msgspec import Struct

import invoicy_gcp
from invoicy_gcp.composition import guard
from tests.memory_pipeline import INVOICE
from tests.requirements import ROOT

if TYPE_CHECKING:
    from google.cloud.storage import Client

EVENTS = ROOT / "infra" / "gcp" / "events"
NAME = "Eingang/Löhne März+1.xml"
_RECORDED_BUCKET = "invoicy-inbox"
_RECORDED_GENERATION = "1772366400333000"


class Recorded(Struct, frozen=True):
    """A recorded request: its headers and its body."""

    headers: dict[str, str]
    body: dict[str, Any]


class Upload(Struct, frozen=True):
    """An object that stands in the bucket."""

    bucket: str
    name: str
    generation: int


Tell = Callable[[str, Upload], int]


def recorded(name: str, upload: Upload) -> Recorded:
    """A recorded event as if it had told of this upload."""
    text = _as_of((EVENTS / f"{name}.json").read_text(encoding="utf-8"), upload)
    request = json.loads(text)
    for message in _messages(request["body"]):
        if "data" in message:
            message["data"] = b64encode(_as_of(b64decode(message["data"]).decode(), upload).encode()).decode()
    return Recorded(request["headers"], request["body"])


def _as_of(text: str, upload: Upload) -> str:
    named = text.replace(_RECORDED_BUCKET, upload.bucket).replace(NAME, upload.name)
    return named.replace(_RECORDED_GENERATION, str(upload.generation))


def _messages(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for place in (body, body.get("data", {})):
        if isinstance(place, dict) and "message" in place:
            yield place["message"]


def uploaded(gcs: "Client", bucket: str, content: bytes = INVOICE, name: str = NAME) -> Upload:
    blob = gcs.bucket(bucket).blob(name)
    blob.upload_from_string(content)
    return Upload(bucket, name, blob.generation)


def names_in(gcs: "Client", bucket: str) -> set[str]:
    return {blob.name for blob in gcs.list_blobs(bucket)}


@pytest.fixture
def bucket(gcs_bucket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of the bucket that the services are told to use."""
    monkeypatch.setenv("INVOICY_BUCKET", gcs_bucket)
    monkeypatch.setenv("INVOICY_VERSION", "1.0")
    monkeypatch.setenv("INVOICY_PUSH_TOKENS", "none")
    return gcs_bucket


@pytest.fixture(autouse=True)
def the_process_as_before() -> Iterator[None]:
    """A service sets up logging, keeps certificates and may be late; nothing of it goes on into the next test."""
    root, ours = logging.getLogger(), logging.getLogger("invoicy")
    handlers, level, our_level = root.handlers[:], root.level, ours.level
    yield
    for late in (thread for thread in threading.enumerate() if thread.name == "delivery"):
        late.join(30)
    guard.cache_clear()
    root.handlers[:] = handlers
    root.setLevel(level)
    ours.setLevel(our_level)


def service_of(module: str, signature: str) -> Any:
    """A client of the service that functions-framework makes of a handler."""
    source = Path(invoicy_gcp.__path__[0], f"{module}.py")
    return functions_framework.create_app("handler", str(source), signature).test_client()


@pytest.fixture
def bucket_service() -> Any:
    return service_of("bucket", "cloudevent")


@pytest.fixture
def message_service() -> Any:
    return service_of("messages", "http")


def told(service: Any, event: str, upload: Upload) -> int:
    """HTTP status that answers a recorded event."""
    request = recorded(event, upload)
    content = json.dumps(request.body, ensure_ascii=False).encode()
    return int(service.post("/", headers=request.headers, data=content).status_code)
