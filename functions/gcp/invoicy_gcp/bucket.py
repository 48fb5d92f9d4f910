"""Cloud Run service for Eventarc's events about uploads: `python -m invoicy_gcp bucket`."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from invoicy_gcp.answers import status_of
from invoicy_gcp.composition import intake
from invoicy_gcp.events.cloud_event import from_cloud_event
from invoicy_gcp.telemetry.tracing import request_trace

if TYPE_CHECKING:
    from cloudevents.http import CloudEvent


def handler(event: "CloudEvent") -> None:
    """Read the document of an event. Any answer but 2xx leads to another delivery."""
    import flask  # 0.3 s of CPU; the server has it, other importers do not need it

    with request_trace(flask.request.headers.items()):
        status = status_of(from_cloud_event(event), intake)
    if status != HTTPStatus.NO_CONTENT:
        flask.abort(status)
