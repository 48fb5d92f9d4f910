"""Pushes are accepted from one account, with a token that Google signed for this service."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from infra.gcp.emulator import free_port

from invoicy.errors import TemporaryFaultError
from invoicy_gcp.push_tokens import PushGuard, PushTokenError, caching_request
from invoicy_gcp.settings import PushTokens
from tests.functions.gcp.google_tokens import ACCOUNT, AUDIENCE, TokenIssuer


@pytest.fixture(scope="module")
def google() -> TokenIssuer:
    return TokenIssuer()


@pytest.fixture(scope="module")
def certificates_url(google: TokenIssuer) -> Iterator[str]:
    with google.certificates() as url:
        yield url


def push_guard(
    url: str, tokens: PushTokens = PushTokens.SIGNED, account: str = ACCOUNT, audience: str = AUDIENCE
) -> PushGuard:
    return PushGuard(tokens=tokens, account=account, audience=audience, request=caching_request(), certificates_url=url)


def test_a_signed_token_of_the_account_for_this_service_is_accepted(google: TokenIssuer, certificates_url: str) -> None:
    push_guard(certificates_url).check(f"Bearer {google.token()}")


def test_a_token_without_signature_is_accepted_only_where_cloud_run_checks_it(
    google: TokenIssuer, certificates_url: str
) -> None:
    header = f"Bearer {google.token_without_signature()}"
    push_guard(certificates_url, PushTokens.CHECKED).check(header)
    with pytest.raises(PushTokenError):
        push_guard(certificates_url).check(header)


def test_without_checks_every_push_is_accepted(certificates_url: str) -> None:
    push_guard(certificates_url, PushTokens.NONE).check("")


WRONG_CLAIMS = {
    "another account": {"email": "someone@else.example.com"},
    "an unverified account": {"email_verified": False},
    "another audience": {"aud": "https://other.example.com"},
    "expired": {"exp": int(time.time()) - 60},
    "no time": {"exp": None},
    "another issuer": {"iss": "https://issuer.example.com"},
}


@pytest.mark.parametrize("tokens", [PushTokens.SIGNED, PushTokens.CHECKED])
@pytest.mark.parametrize("changes", WRONG_CLAIMS.values(), ids=WRONG_CLAIMS)
def test_a_token_with_wrong_claims_is_refused(
    google: TokenIssuer, certificates_url: str, tokens: PushTokens, changes: dict[str, Any]
) -> None:
    with pytest.raises(PushTokenError):
        push_guard(certificates_url, tokens).check(f"Bearer {google.token(**changes)}")


@pytest.mark.parametrize("tokens", [PushTokens.SIGNED, PushTokens.CHECKED])
@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer x.y.z", "Bearer nonsense", "Basic dTpw"])
def test_a_header_without_a_token_is_refused(certificates_url: str, tokens: PushTokens, header: str) -> None:
    with pytest.raises(PushTokenError):
        push_guard(certificates_url, tokens).check(header)


def test_a_token_signed_with_another_key_is_refused(certificates_url: str) -> None:
    with pytest.raises(PushTokenError):
        push_guard(certificates_url).check(f"Bearer {TokenIssuer().token()}")


@pytest.mark.parametrize("tokens", [PushTokens.SIGNED, PushTokens.CHECKED])
def test_without_account_or_audience_every_token_is_refused(
    google: TokenIssuer, certificates_url: str, tokens: PushTokens
) -> None:
    for token in (google.token(), google.token(email="", aud="")):
        for unset in ({"account": ""}, {"audience": ""}):
            with pytest.raises(PushTokenError):
                push_guard(certificates_url, tokens, **unset).check(f"Bearer {token}")


def test_certificates_are_kept_as_long_as_google_allows(google: TokenIssuer, certificates_url: str) -> None:
    before = google.requests
    guard = push_guard(certificates_url)
    for _ in range(3):
        guard.check(f"Bearer {google.token()}")
    assert google.requests == before + 1


def test_without_certificates_the_fault_is_temporary(google: TokenIssuer) -> None:
    guard = push_guard(f"http://127.0.0.1:{free_port()}/certs")
    with pytest.raises(TemporaryFaultError, match="Google's certificates"):
        guard.check(f"Bearer {google.token()}")
