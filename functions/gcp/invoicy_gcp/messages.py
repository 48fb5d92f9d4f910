"""Cloud Run for messages that Pub/Sub pushes: `python -m invoicy_gcp messages`."""

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

import functions_framework
import msgspec

from invoicy.errors import TemporaryFaultError
from invoicy.model.conversion import decode_json
from invoicy_gcp.answers import answered
from invoicy_gcp.composition import guard, receive
from invoicy_gcp.events import Push, in_push
from invoicy_gcp.push_tokens import TokenError
from invoicy_gcp.telemetry import request_of

if TYPE_CHECKING:
    from flask import Request

Answer = tuple[str, HTTPStatus]
_log = logging.getLogger("invoicy.gcp")


@functions_framework.http
def handler(request: "Request") -> Answer:
    """Read what the message tells of or carries; anything but 2xx has it delivered again, in the end as dead."""
    if request.method != "POST":
        return "Messages are pushed by POST.", HTTPStatus.METHOD_NOT_ALLOWED
    with request_of(request.headers.items()):
        return _answer(request)


def _answer(request: "Request") -> Answer:
    try:
        guard().admit(request.headers.get("authorization", ""))
        push = decode_json(request.get_data(), Push)
    except TokenError as error:
        _log.warning("a push was not let in: %s", error)
        return str(error), HTTPStatus.UNAUTHORIZED
    except TemporaryFaultError as error:
        return error.message, HTTPStatus.SERVICE_UNAVAILABLE
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "This is no push of Pub/Sub's.", HTTPStatus.BAD_REQUEST
    return "", answered(lambda: receive(in_push(push)))
