"""The services as Cloud Run starts them: configured by the environment, with fake-gcs-server as Cloud Storage."""

import json
import logging
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import functions_framework
import pytest
from msgspec import Struct

import invoicy_gcp
from invoicy_gcp.events.object_ref import ObjectRef
from tests.memory_pipeline import INVOICE
from tests.requirements import ROOT

if TYPE_CHECKING:
    from google.cloud.storage import Client

EVENTS = ROOT / "infra" / "gcp" / "events"
KEY = "Eingang/Löhne März+1.xml"
_RECORDED_BUCKET = "invoicy-inbox"
_RECORDED_GENERATION = "1772366400333000"


class RecordedRequest(Struct, frozen=True):
    """A recorded request: its headers and its body."""

    headers: dict[str, str]
    body: dict[str, Any]


def recorded(event: str, ref: ObjectRef) -> RecordedRequest:
    """Return a recorded event with this object in place of the recorded one."""
    text = _about((EVENTS / f"{event}.json").read_text(encoding="utf-8"), ref)
    request = json.loads(text)
    for message in _messages(request["body"]):
        if "data" in message:
            message["data"] = b64encode(_about(b64decode(message["data"]).decode(), ref).encode()).decode()
    return RecordedRequest(request["headers"], request["body"])


def _about(text: str, ref: ObjectRef) -> str:
    named = text.replace(_RECORDED_BUCKET, ref.bucket).replace(KEY, ref.key)
    return named.replace(_RECORDED_GENERATION, str(ref.version))


def _messages(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for envelope in (body, body.get("data", {})):
        if isinstance(envelope, dict) and "message" in envelope:
            yield envelope["message"]


def upload(gcs: "Client", bucket: str, content: bytes = INVOICE, key: str = KEY) -> ObjectRef:
    """Upload an object and return its reference, with its generation."""
    blob = gcs.bucket(bucket).blob(key)
    blob.upload_from_string(content)
    return ObjectRef(bucket, key, blob.generation)


def keys_in(gcs: "Client", bucket: str) -> set[str]:
    return {blob.name for blob in gcs.list_blobs(bucket)}


@pytest.fixture
def bucket(gcs_bucket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of the bucket that the services are configured for."""
    monkeypatch.setenv("INVOICY_BUCKET", gcs_bucket)
    monkeypatch.setenv("INVOICY_VERSION", "1.0")
    monkeypatch.setenv("INVOICY_PUSH_TOKENS", "none")
    return gcs_bucket


@pytest.fixture(autouse=True)
def restored_process() -> Iterator[None]:
    """Restore logging and wait for late documents after each test."""
    root, ours = logging.getLogger(), logging.getLogger("invoicy")
    handlers, level, our_level = root.handlers[:], root.level, ours.level
    yield
    for late in (thread for thread in threading.enumerate() if thread.name == "delivery"):
        late.join(30)
    root.handlers[:] = handlers
    root.setLevel(level)
    ours.setLevel(our_level)


def service_of(module: str, signature: str) -> Any:
    """Return a client of the service that functions-framework makes of a handler."""
    source = Path(invoicy_gcp.__path__[0], f"{module}.py")
    return functions_framework.create_app("handler", str(source), signature).test_client()


@pytest.fixture
def bucket_service() -> Any:
    return service_of("bucket", "cloudevent")


@pytest.fixture
def message_service() -> Any:
    return service_of("messages", "http")


def post_event(service: Any, event: str, ref: ObjectRef) -> int:
    """Post a recorded event and return the HTTP status of the answer."""
    request = recorded(event, ref)
    content = json.dumps(request.body, ensure_ascii=False).encode()
    return int(service.post("/", headers=request.headers, data=content).status_code)
