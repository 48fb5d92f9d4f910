"""Each test finds the functions as a new process does: with no settings read and no client made."""

from collections.abc import Iterator

import pytest

import invoicy_aws.composition as aws
import invoicy_gcp.composition as gcp
from invoicy_aws import http


@pytest.fixture(autouse=True)
def as_a_new_process() -> Iterator[None]:
    yield
    for made in (aws.settings, aws.s3, aws.pipeline, http._adapter, gcp.settings, gcp.gcs, gcp.pipeline):
        made.cache_clear()
