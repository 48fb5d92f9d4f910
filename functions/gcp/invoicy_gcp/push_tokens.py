"""The OIDC tokens of Pub/Sub's pushes (cloud.google.com/pubsub/docs/authenticate-push-subscriptions)."""

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from invoicy_gcp.faults import faults_of
from invoicy_gcp.settings import PushTokens

if TYPE_CHECKING:
    from google.auth.transport import Request

CERTIFICATES_URL = "https://www.googleapis.com/oauth2/v1/certs"
_SCHEME = "bearer"
_SKEW_SECONDS = 10
_ISSUERS = frozenset({"accounts.google.com", "https://accounts.google.com"})


class PushTokenError(Exception):
    """A push has no token, or none of the subscription's. The message gives the reason, never the token."""


class PushGuard(Struct, frozen=True, kw_only=True):
    """Accepts pushes of one service account to one audience.

    request: the transport that fetches Google's certificates. Cloud Run checks and removes the signature where the
    service is not public; tokens is then CHECKED and only the claims are checked here.
    """

    tokens: PushTokens
    account: str
    audience: str
    request: "Request"
    certificates_url: str = CERTIFICATES_URL

    def check(self, authorization: str) -> None:
        """Check the Authorization header of a push.

        Raises PushTokenError for a push to refuse, TemporaryFaultError where Google's certificates cannot be fetched.
        """
        if self.tokens is PushTokens.NONE:
            return
        scheme, _, token = authorization.partition(" ")
        if scheme.casefold() != _SCHEME or not token:
            raise PushTokenError("The push has no token. Turn on authentication for the subscription.")
        claims = self._claims(token.strip())
        if claims.get("iss") not in _ISSUERS:
            raise PushTokenError("The token was not issued by Google.")
        if not self.account or claims.get("email") != self.account or claims.get("email_verified") is not True:
            raise PushTokenError("The token names another account than INVOICY_PUSH_ACCOUNT.")

    def _claims(self, token: str) -> Mapping[str, Any]:
        if not self.audience:
            raise PushTokenError("INVOICY_PUSH_AUDIENCE is not set, so every token is refused.")
        with faults_of("Google's certificates"):
            try:
                return self._signed_claims(token) if self.tokens is PushTokens.SIGNED else self._checked_claims(token)
            except (ValueError, TypeError) as error:  # Google's own errors about tokens are ValueErrors, too
                message = "The token is malformed, expired, for another audience or not signed by Google."
                raise PushTokenError(message) from error

    def _signed_claims(self, token: str) -> Mapping[str, Any]:
        from google.oauth2 import id_token  # 0.1 s of CPU, only for checked pushes

        return id_token.verify_token(token, self.request, self.audience, self.certificates_url, _SKEW_SECONDS)

    def _checked_claims(self, token: str) -> Mapping[str, Any]:
        from google.auth import jwt  # as above

        claims: Mapping[str, Any] = jwt.decode(token, verify=False)
        if claims.get("aud") != self.audience or float(claims.get("exp", 0)) < time.time() - _SKEW_SECONDS:
            raise ValueError
        return claims


def caching_request() -> "Request":
    """Return a transport that keeps Google's certificates for as long as their Cache-Control header allows."""
    from cachecontrol import CacheControl  # 0.02 s of CPU beside the client, only for pushes
    from google.auth.transport.requests import Request
    from requests import session

    return Request(CacheControl(session()))
