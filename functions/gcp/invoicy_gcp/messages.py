"""Cloud Run service for messages that Pub/Sub pushes: `python -m invoicy_gcp messages`."""

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec

from invoicy.errors import InvoicyError
from invoicy.model.conversion import decode_json
from invoicy_gcp.answers import status_of, status_of_error
from invoicy_gcp.composition import intake, push_guard, settings
from invoicy_gcp.events.pub_sub import PushRequest, from_push
from invoicy_gcp.push_tokens import PushTokenError
from invoicy_gcp.telemetry.tracing import request_trace

if TYPE_CHECKING:
    from flask import Request

Answer = tuple[str, HTTPStatus]
_log = logging.getLogger("invoicy.gcp")


def handler(request: "Request") -> Answer:
    """Read the document of a message. Any answer but 2xx leads to another delivery, in the end to the dead letters."""
    if request.method != "POST":
        return "Use POST to push a message.", HTTPStatus.METHOD_NOT_ALLOWED
    with request_trace(request.headers.items()):
        return _answer(request)


def _answer(request: "Request") -> Answer:
    try:
        seconds = settings().deadline_seconds
        push_guard().check(request.headers.get("authorization", ""))
        incoming = from_push(decode_json(request.get_data(), PushRequest))
    except PushTokenError as error:
        _log.warning("a push was refused: %s", error)
        return str(error), HTTPStatus.UNAUTHORIZED
    except InvoicyError as error:
        _log.error("a push was not read: %s", error.message)
        return error.message, status_of_error(error)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "The body is not a push request of Pub/Sub.", HTTPStatus.BAD_REQUEST
    return "", status_of(incoming, intake, seconds)
