"""The OIDC tokens that Pub/Sub shows with each push (cloud.google.com/pubsub/docs/authenticate-push-subscriptions)."""

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from invoicy_gcp.faults import faults_of
from invoicy_gcp.settings import PushTokens

if TYPE_CHECKING:
    from google.auth.transport import Request, Response

Fetch = Callable[..., "Response"]
_SCHEME = "bearer"
_SKEW_SECONDS = 10
_KEPT_SECONDS = 3600
_ISSUERS = frozenset({"accounts.google.com", "https://accounts.google.com"})


class TokenError(Exception):
    """The push shows no token, or not one of our subscription. Says why; never what the token was."""


class Guard(Struct, frozen=True):
    """Lets pushes in that come in the name of one service account and are meant for one audience.

    request: how Google's certificates are fetched. Cloud Run checks the signature of a service that is not public and
    takes it out: then tokens is CHECKED and the claims alone are left to look at.
    """

    tokens: PushTokens
    account: str
    audience: str
    request: Fetch

    def admit(self, authorization: str) -> None:
        """Raises TokenError for a push that is not to be let in, TemporaryFaultError where that cannot be told."""
        if self.tokens is PushTokens.NONE:
            return
        scheme, _, token = authorization.partition(" ")
        if scheme.casefold() != _SCHEME or not token:
            raise TokenError("Pub/Sub has to show a token: set up the subscription's authentication.")
        claims = self._claims(token.strip())
        if claims.get("iss") not in _ISSUERS:
            raise TokenError("The token is not one of Google's.")
        if not self.account or claims.get("email") != self.account or claims.get("email_verified") is not True:
            raise TokenError("The token names another account than INVOICY_PUSH_ACCOUNT.")

    def _claims(self, token: str) -> Mapping[str, Any]:
        from google.auth import exceptions, jwt  # heavy, and only for messages
        from google.oauth2 import id_token

        if not self.audience:
            raise TokenError("No token can be for this service while INVOICY_PUSH_AUDIENCE is not set.")
        try:
            if self.tokens is PushTokens.CHECKED:
                claims = jwt.decode(token, verify=False)
                return _for_us_and_now(claims, self.audience)
            request = cast("Request", self.request)  # its class is a protocol in all but name
            with faults_of("Google's certificates"):
                return id_token.verify_token(token, request, self.audience, clock_skew_in_seconds=_SKEW_SECONDS)
        except (ValueError, exceptions.InvalidValue, exceptions.MalformedError) as error:
            raise TokenError("The token is broken, out of date, for another audience or not signed.") from error


def _for_us_and_now(claims: Mapping[str, Any], audience: str) -> Mapping[str, Any]:
    if claims.get("aud") != audience or float(claims.get("exp", 0)) < time.time() - _SKEW_SECONDS:
        raise ValueError
    return claims


class Certificates:
    """A transport that asks Google for its certificates once an hour, not once a message."""

    def __init__(self, request: Fetch) -> None:
        self._request = request
        self._answers: dict[str, tuple[float, Response]] = {}

    def __call__(self, url: str, **arguments: Any) -> "Response":
        known = self._answers.get(url)
        if known is None or known[0] < time.monotonic():
            answer = self._request(url=url, **arguments)
            known = self._answers[url] = (time.monotonic() + _KEPT_SECONDS, answer)
        return known[1]
