"""Only Pub/Sub may push messages: in the name of one account, with a token that Google signed for this service."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth import crypt, jwt
from google.auth.exceptions import TransportError
from google.auth.transport import requests as google_transport
from msgspec import Struct

from invoicy_gcp.push_tokens import Certificates, Guard, TokenError
from invoicy_gcp.settings import PushTokens
from tests.functions.gcp.conftest import Recorded, names_in, recorded, uploaded

if TYPE_CHECKING:
    from google.cloud.storage import Client

AUDIENCE = "https://messages.example.com"
ACCOUNT = "pusher@project.iam.gserviceaccount.com"
EVENT = "pubsub_push_notification"
REMOVED = "SIGNATURE_REMOVED_BY_GOOGLE"


class Google:
    """Signs tokens, and shows its certificates to those who ask."""

    def __init__(self) -> None:
        self.asked = 0
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = serialization.Encoding.PEM
        private = key.private_bytes(pem, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
        now = datetime.now(UTC)
        day = timedelta(days=1)
        builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now - day, now + day)
        self._certificate = builder.sign(key, hashes.SHA256()).public_bytes(pem).decode()
        self._signer: Any = crypt.RSASigner.from_string(private.decode(), "key-1")

    def token(self, **changes: Any) -> str:
        now = int(time.time())
        claims = {
            "iss": "https://accounts.google.com",
            "aud": AUDIENCE,
            "email": ACCOUNT,
            "email_verified": True,
            "iat": now - 60,
            "exp": now + 3600,
        }
        signed: bytes = jwt.encode(self._signer, claims | changes)
        return signed.decode()

    def __call__(self, url: str, **_: Any) -> Any:
        self.asked += 1
        assert url.startswith("https://www.googleapis.com/")
        return Answer(200, json.dumps({"key-1": self._certificate}).encode())


class Answer(Struct):
    """An answer of Google's HTTP transport."""

    status: int
    data: bytes


@pytest.fixture(scope="module")
def google() -> Google:
    return Google()


def guard(google: Any, tokens: PushTokens = PushTokens.SIGNED, **changes: str) -> Guard:
    told = {"account": ACCOUNT, "audience": AUDIENCE} | changes
    return Guard(tokens=tokens, account=told["account"], audience=told["audience"], request=google)


def test_a_signed_token_of_the_account_for_this_service_is_let_in(google: Google) -> None:
    guard(google).admit(f"Bearer {google.token()}")


def test_a_token_whose_signature_cloud_run_took_out_is_let_in_where_that_is_told(google: Google) -> None:
    token = google.token().rpartition(".")[0] + f".{REMOVED}"
    guard(google, PushTokens.CHECKED).admit(f"Bearer {token}")
    with pytest.raises(TokenError):
        guard(google).admit(f"Bearer {token}")


BAD_CLAIMS = {
    "another account": {"email": "someone@else.example.com"},
    "an account nobody verified": {"email_verified": False},
    "another audience": {"aud": "https://other.example.com"},
    "out of date": {"exp": int(time.time()) - 60},
    "another issuer": {"iss": "https://issuer.example.com"},
}


@pytest.mark.parametrize("tokens", [PushTokens.SIGNED, PushTokens.CHECKED])
@pytest.mark.parametrize("changes", BAD_CLAIMS.values(), ids=BAD_CLAIMS)
def test_a_token_with_wrong_claims_is_not(google: Google, tokens: PushTokens, changes: dict[str, Any]) -> None:
    with pytest.raises(TokenError):
        guard(google, tokens).admit(f"Bearer {google.token(**changes)}")


@pytest.mark.parametrize("tokens", [PushTokens.SIGNED, PushTokens.CHECKED])
@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer x.y.z", "Bearer nonsense", "Basic dTpw"])
def test_no_token_and_what_is_none_is_not(google: Google, tokens: PushTokens, header: str) -> None:
    with pytest.raises(TokenError):
        guard(google, tokens).admit(header)


def test_a_token_signed_by_somebody_else_is_not(google: Google) -> None:
    with pytest.raises(TokenError):
        guard(google).admit(f"Bearer {Google().token()}")


@pytest.mark.parametrize("unset", ["account", "audience"])
def test_where_it_is_not_told_who_may_push_nobody_may(google: Google, unset: str) -> None:
    empty = google.token(email="", aud="")
    for token in (google.token(), empty):
        with pytest.raises(TokenError):
            guard(google, PushTokens.SIGNED, **{unset: ""}).admit(f"Bearer {token}")


def test_certificates_are_asked_for_once(google: Google) -> None:
    asked = google.asked
    certificates = Certificates(google)
    for _ in range(3):
        guard(certificates).admit(f"Bearer {google.token()}")
    assert google.asked == asked + 1


def test_a_push_without_a_token_is_answered_401_and_starts_nothing(
    gcs: "Client", bucket: str, message_service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOICY_PUSH_TOKENS", "signed")
    upload = uploaded(gcs, bucket)
    request = recorded(EVENT, upload)
    assert message_service.post("/", headers=request.headers, json=request.body).status_code == 401
    assert names_in(gcs, bucket) == {upload.name}


@pytest.fixture
def signed_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Has the service let in signed tokens only; called with how Google's certificates are fetched."""
    monkeypatch.setenv("INVOICY_PUSH_TOKENS", "signed")
    monkeypatch.setenv("INVOICY_PUSH_ACCOUNT", ACCOUNT)
    monkeypatch.setenv("INVOICY_PUSH_AUDIENCE", AUDIENCE)
    real = google_transport.Request

    def by(fetch: Any) -> None:
        monkeypatch.setattr(google_transport, "Request", lambda *session: real(*session) if session else fetch)

    return by


def pushed(service: Any, token: str, request: Recorded) -> int:
    headers = request.headers | {"authorization": f"Bearer {token}"}
    return int(service.post("/", headers=headers, json=request.body).status_code)


@pytest.mark.usefixtures("bucket")
def test_a_push_with_a_token_is_read(
    gcs: "Client", gcs_bucket: str, message_service: Any, signed_only: Callable[[Any], None], google: Google
) -> None:
    signed_only(google)
    assert pushed(message_service, google.token(), recorded(EVENT, uploaded(gcs, gcs_bucket))) == 204
    assert len(names_in(gcs, gcs_bucket)) == 3


@pytest.mark.usefixtures("bucket")
def test_where_google_shows_no_certificates_the_message_comes_again(
    gcs: "Client", gcs_bucket: str, message_service: Any, signed_only: Callable[[Any], None], google: Google
) -> None:
    def silent(**_: Any) -> Any:
        raise TransportError("no route")

    signed_only(silent)
    assert pushed(message_service, google.token(), recorded(EVENT, uploaded(gcs, gcs_bucket))) == 503
    assert len(names_in(gcs, gcs_bucket)) == 1


@pytest.mark.parametrize("content", [b"", b"no json", b"[]", b"{}", b'{"message": 1}', b"\xff"])
def test_what_is_no_push_is_refused(bucket: str, message_service: Any, content: bytes) -> None:
    assert message_service.post("/", data=content).status_code == 400
    assert bucket


def test_messages_are_pushed_by_post(bucket: str, message_service: Any) -> None:
    assert message_service.get("/").status_code == 405
    assert bucket
