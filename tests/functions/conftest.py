"""Each test finds the functions as a new process does: with no settings read and no client made."""

import logging
from collections.abc import Iterator

import pytest

import invoicy_aws.composition as aws
import invoicy_gcp.composition as gcp
from invoicy_aws import http, telemetry

MADE = (
    aws.settings,
    aws.s3,
    aws._session,
    aws.pipeline,
    http._adapter,
    gcp.settings,
    gcp.credentials,
    gcp.gcs,
    gcp.pipeline,
    gcp.intake,
    gcp.push_guard,
)


@pytest.fixture(autouse=True)
def as_a_new_process() -> Iterator[None]:
    yield
    for made in MADE:
        made.cache_clear()


def _detach_the_log_of_aws() -> logging.Handler:
    """Take off the handler that importing the functions added: the log of other tests is not theirs."""
    log = logging.getLogger(telemetry.SERVICE)
    handler = telemetry.logger.registered_handler
    log.removeHandler(handler)
    log.setLevel(logging.NOTSET)
    return handler


AWS_LOG = _detach_the_log_of_aws()
