"""Cloud Run service for Eventarc's events about uploads: `python -m invoicy_gcp bucket`."""

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

from invoicy.errors import InvoicyError
from invoicy_gcp.answers import status_of, status_of_error
from invoicy_gcp.composition import intake, settings
from invoicy_gcp.events.cloud_event import from_cloud_event
from invoicy_gcp.telemetry.tracing import request_trace

if TYPE_CHECKING:
    from cloudevents.http import CloudEvent

_log = logging.getLogger("invoicy.gcp")


def handler(event: "CloudEvent") -> None:
    """Read the document of an event. Any answer but 2xx leads to another delivery."""
    import flask  # 0.3 s of CPU; the server has it, other importers do not need it

    with request_trace(flask.request.headers.items()):
        status = _status_of(event)
    if status != HTTPStatus.NO_CONTENT:
        flask.abort(status)


def _status_of(event: "CloudEvent") -> HTTPStatus:
    try:
        seconds = settings().deadline_seconds
        incoming = from_cloud_event(event)
    except InvoicyError as error:
        _log.error("event %s was not read: %s", event["id"], error.message)
        return status_of_error(error)
    return status_of(incoming, intake, seconds)
