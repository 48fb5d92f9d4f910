"""Signed URLs: POST /v1/uploads for documents that are larger than a request may be."""

import json
from base64 import b64encode
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi.testclient import TestClient
from google.auth import crypt
from google.auth.credentials import Credentials
from google.auth.exceptions import RefreshError, TransportError
from google.oauth2.service_account import Credentials as KeyCredentials
from msgspec import Struct
from requests import put

from invoicy.documents.document import Document
from invoicy.errors import AccessRefusedError, TemporaryFaultError
from invoicy_gcp import composition
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.http import service
from invoicy_gcp.signing import Signer
from tests.functions.gcp.conftest import keys_in
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client

ACCOUNT = "invoicy@project.iam.gserviceaccount.com"


@pytest.fixture(scope="module")
def key_credentials() -> Any:
    """Credentials of a service account with a key of their own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    signer: Any = crypt.RSASigner.from_string(private.decode())
    account: Any = KeyCredentials  # its constructor has no types
    return account(signer, ACCOUNT, "https://oauth2.example.com/token")


class Response(Struct):
    """A response of Google's HTTP transport."""

    status: int
    data: bytes


class SigningService:
    """The transport to Google's signing service. calls: URL and token of each signature."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []

    def __call__(self, url: str, headers: dict[str, str], **_: Any) -> Response:
        self.calls.append((url, headers["authorization"]))
        return Response(200, json.dumps({"signedBlob": b64encode(b"signed").decode()}).encode())


class CloudRunCredentials(Credentials):
    """Credentials without a key, as the metadata server of Cloud Run issues them."""

    service_account_email = "default"

    def refresh(self, _: Any) -> None:
        self.token, self.service_account_email = "token", ACCOUNT


class UserCredentials(Credentials):
    """Credentials of a person, who has no service account."""

    def refresh(self, _: Any) -> None:
        self.token = "token"  # noqa: S105  a fake


def signer(gcs: "Client", bucket: str, credentials: Any, request: Any = None) -> Signer:
    """Create a signer. credentials: an object or a class of credentials."""
    credentials = credentials() if isinstance(credentials, type) else credentials
    return Signer(client=gcs, credentials=credentials, request=request, bucket=bucket, seconds=120)


@pytest.fixture
def client(gcs: "Client", bucket: str, key_credentials: Any) -> TestClient:
    """A client of the service in a process that has a key to sign with."""
    sign = signer(gcs, bucket, key_credentials)
    return TestClient(service(composition.pipeline(), composition.settings(), sign))


def test_a_document_that_was_sent_to_the_url_is_read(gcs: "Client", bucket: str, client: TestClient) -> None:
    signed = client.post("/v1/uploads", params={"name": "../März 1.xml", "media_type": "text/xml"}).json()
    assert set(signed) == {"url", "headers", "id"}
    assert put(signed["url"], INVOICE, headers=signed["headers"], timeout=30).status_code == 200
    key = f"uploads/default/{signed['id']}/März 1.xml"
    assert keys_in(gcs, bucket) == {key}
    composition.intake().take(ObjectRef(bucket, key))
    reading = client.get(f"/v1/documents/{Document.of(INVOICE).id}")
    assert (reading.status_code, reading.json()["name"]) == (200, "März 1.xml")


def test_the_url_is_signed_for_one_new_object_and_a_limited_time(client: TestClient) -> None:
    signed = client.post("/v1/uploads").json()
    query = parse_qs(urlsplit(signed["url"]).query)
    assert query["X-Goog-SignedHeaders"] == ["content-type;host;x-goog-if-generation-match"]
    assert query["X-Goog-Expires"] == ["120"]
    assert signed["headers"] == {"Content-Type": "application/octet-stream", "x-goog-if-generation-match": "0"}
    assert urlsplit(signed["url"]).path.endswith(f"/uploads/default/{signed['id']}/document")


def test_every_url_is_for_another_object(client: TestClient) -> None:
    assert client.post("/v1/uploads").json()["id"] != client.post("/v1/uploads").json()["id"]


def test_only_a_caller_with_a_key_gets_a_url(
    gcs: "Client", bucket: str, key_credentials: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOICY_API_KEYS", "acme=secret")
    sign = signer(gcs, bucket, key_credentials)
    client = TestClient(service(composition.pipeline(), composition.settings(), sign))
    assert client.post("/v1/uploads").status_code == 401
    answer = client.post("/v1/uploads", headers={"authorization": "Bearer secret"})
    assert "/uploads/acme/" in answer.json()["url"]


def test_without_a_key_google_signs_for_the_service_account(gcs: "Client", gcs_bucket: str) -> None:
    google = SigningService()
    url, _ = signer(gcs, gcs_bucket, CloudRunCredentials, google)("uploads/t/1/a", "text/xml")
    ((signing_url, authorization),) = google.calls
    assert f"/serviceAccounts/{ACCOUNT}:signBlob" in signing_url
    assert authorization == "Bearer token"
    assert parse_qs(urlsplit(url).query)["X-Goog-Signature"] == [b"signed".hex()]


def test_without_the_metadata_server_the_fault_is_temporary(gcs: "Client", gcs_bucket: str) -> None:
    class Unreachable(CloudRunCredentials):
        def refresh(self, _: Any) -> None:
            raise RefreshError("no token") from TransportError("no metadata server")

    with pytest.raises(TemporaryFaultError):
        signer(gcs, gcs_bucket, Unreachable)("uploads/t/1/a", "text/xml")


def test_a_person_cannot_sign(gcs: "Client", gcs_bucket: str) -> None:
    with pytest.raises(AccessRefusedError, match="Only a service account"):
        signer(gcs, gcs_bucket, UserCredentials)("uploads/t/1/a", "text/xml")
