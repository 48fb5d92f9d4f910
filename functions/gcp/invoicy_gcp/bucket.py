"""Cloud Run for uploads to GCS, told by Eventarc: `python -m invoicy_gcp bucket`."""

from http import HTTPStatus
from typing import TYPE_CHECKING

import flask
import functions_framework

from invoicy_gcp.answers import answered
from invoicy_gcp.composition import receive
from invoicy_gcp.events import in_cloud_event
from invoicy_gcp.telemetry import request_of

if TYPE_CHECKING:
    from cloudevents.http import CloudEvent


@functions_framework.cloud_event
def handler(event: "CloudEvent") -> None:
    """Read the upload that the event tells of; anything but 2xx has it delivered again."""
    with request_of(flask.request.headers.items()):
        status = answered(lambda: receive(in_cloud_event(event)))
    if status != HTTPStatus.NO_CONTENT:
        flask.abort(status)
