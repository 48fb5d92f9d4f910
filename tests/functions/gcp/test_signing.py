"""POST /v1/uploads: an address into the bucket for what is larger than a request may be."""

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi.testclient import TestClient
from google.auth import crypt
from google.auth.exceptions import TransportError
from google.oauth2.service_account import Credentials
from requests import put

import invoicy_gcp.composition
import invoicy_gcp.http
from invoicy.documents.document import Document
from invoicy.errors import TemporaryFaultError
from invoicy_gcp.events import Upload
from invoicy_gcp.signing import Signer
from tests.functions.gcp.conftest import names_in
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client


class Offline(Credentials):
    """A key that signs, and asks nobody for leave to read and write."""

    def before_request(self, *_: Any) -> None:
        """The emulator lets everybody in."""


@pytest.fixture(scope="module")
def credentials() -> Any:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    signer: Any = crypt.RSASigner.from_string(private.decode())
    account: Any = Offline  # its base has no types
    return account(signer, "invoicy@project.iam.gserviceaccount.com", "https://oauth2.example.com/token")


@pytest.fixture
def app(gcs: "Client", bucket: str, credentials: Any, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The app in a process that has a key to sign with."""
    monkeypatch.setenv("INVOICY_UPLOAD_SECONDS", "120")
    assert bucket
    client = invoicy_gcp.composition.gcs()
    client._credentials = credentials
    assert gcs
    return TestClient(invoicy_gcp.http.app)


def test_a_document_sent_to_the_address_is_read_as_any_upload(gcs: "Client", bucket: str, app: TestClient) -> None:
    address = app.post("/v1/uploads", params={"name": "../März 1.xml", "media_type": "text/xml"}).json()
    assert set(address) == {"url", "headers", "id"}
    assert put(address["url"], INVOICE, headers=address["headers"], timeout=30).status_code == 200
    key = f"uploads/default/{address['id']}/März 1.xml"
    assert names_in(gcs, bucket) == {key}
    invoicy_gcp.composition.receive(Upload(bucket, key))
    read = app.get(f"/v1/documents/{Document.of(INVOICE).id}")
    assert (read.status_code, read.json()["name"]) == (200, "März 1.xml")


def test_the_address_is_signed_for_one_new_object_and_some_time(app: TestClient) -> None:
    address = app.post("/v1/uploads").json()
    query = parse_qs(urlsplit(address["url"]).query)
    assert query["X-Goog-SignedHeaders"] == ["content-type;host;x-goog-if-generation-match"]
    assert query["X-Goog-Expires"] == ["120"]
    assert address["headers"] == {"Content-Type": "application/octet-stream", "x-goog-if-generation-match": "0"}
    assert urlsplit(address["url"]).path.endswith(f"/uploads/default/{address['id']}/document")


def test_two_addresses_are_never_the_same(app: TestClient) -> None:
    assert app.post("/v1/uploads").json()["id"] != app.post("/v1/uploads").json()["id"]


def test_who_has_no_key_gets_no_address(bucket: str, credentials: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_API_KEYS", "acme=secret")
    invoicy_gcp.composition.gcs()._credentials = credentials
    client = TestClient(invoicy_gcp.http.app)
    assert client.post("/v1/uploads").status_code == 401
    answer = client.post("/v1/uploads", headers={"authorization": "Bearer secret"})
    assert "/uploads/acme/" in answer.json()["url"]
    assert bucket


class Google:
    """The metadata server and IAM, as a process on Cloud Run finds them."""

    def __init__(self, *, reachable: bool = True) -> None:
        self._reachable = reachable

    def refresh(self, _: Any) -> None:
        if not self._reachable:
            raise TransportError("no metadata server")


class OnCloudRun(Google):
    """Credentials without a key of their own."""

    service_account_email = "invoicy@project.iam.gserviceaccount.com"
    token = "token"  # noqa: S105  nobody's


def test_where_there_is_no_key_google_signs(gcs: "Client", bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def signed(_: bytes, token: str, account: str, *__: Any) -> str:
        asked.append((account, token))
        return "c2lnbmVk"

    monkeypatch.setattr("google.cloud.storage._signing._sign_message", signed)
    monkeypatch.setattr(gcs, "_credentials", OnCloudRun())
    url, _ = Signer(gcs, bucket, 60)("uploads/t/1/a", "text/xml")
    assert asked == [(OnCloudRun.service_account_email, OnCloudRun.token)]
    assert "X-Goog-Signature=" in url


def test_where_google_does_not_answer_the_fault_may_pass(
    gcs: "Client", bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gcs, "_credentials", OnCloudRun(reachable=False))
    with pytest.raises(TemporaryFaultError):
        Signer(gcs, bucket, 60)("uploads/t/1/a", "text/xml")
