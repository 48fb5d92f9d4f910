"""Each test finds the functions as a new process does: with no settings read and no client made."""

import logging
from collections.abc import Iterator

import pytest

import invoicy_aws.composition as aws
import invoicy_gcp.composition as gcp
from invoicy_aws import clients, http, telemetry

MADE = (
    clients.session,
    clients.s3,
    clients.event_bridge,
    aws.settings,
    aws.pipeline,
    http._adapter,
    telemetry.logger,
    gcp.settings,
    gcp.gcs,
    gcp.pipeline,
)


@pytest.fixture(autouse=True)
def as_a_new_process() -> Iterator[None]:
    yield
    for made in MADE:
        made.cache_clear()
    log = logging.getLogger(telemetry.SERVICE)
    log.__dict__.pop("powertools_handler", None)
    log.__dict__.pop("init", None)
    log.handlers.clear()  # the test's own output is closed now
    log.setLevel(logging.NOTSET)
