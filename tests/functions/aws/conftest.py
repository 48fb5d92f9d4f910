"""The functions as Lambda runs them, with moto as AWS."""

import asyncio
import json
import logging
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.pipeline import Pipeline, reader
from invoicy_aws import telemetry
from invoicy_aws.intake import Intake
from invoicy_aws.store import S3Store
from tests.fakes.faults import FaultyPublisher, FaultyStore, Trouble
from tests.fakes.publisher import ListPublisher
from tests.functions.aws.sample_events import BUCKET, KEY, text_of
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

Recorded = Callable[[str], dict[str, Any]]
Failing = Callable[[Trouble], Intake]


@pytest.fixture(autouse=True)
def log_of_lambda() -> Iterator[None]:
    """Write the log to the standard output of this test, as Powertools does in a function."""
    log, handler = logging.getLogger(telemetry.SERVICE), telemetry.logger.registered_handler
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(CurrentOutput())
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    yield
    log.removeHandler(handler)
    log.setLevel(logging.NOTSET)


@pytest.fixture
def event_loop() -> Iterator[None]:
    """The event loop that Mangum looks for, closed afterwards."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()


class CurrentOutput:
    """Standard output, whichever it is at the time of writing."""

    def write(self, text: str) -> None:
        sys.stdout.write(text)

    def flush(self) -> None:
        sys.stdout.flush()


@pytest.fixture
def bucket(s3_bucket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of the bucket in the settings of the functions."""
    monkeypatch.setenv("INVOICY_BUCKET", s3_bucket)
    monkeypatch.setenv("INVOICY_VERSION", "1.0")
    return s3_bucket


@pytest.fixture
def recorded(bucket: str) -> Recorded:
    """A recorded event by its name, as if it had come from this test's bucket."""

    def read(name: str) -> dict[str, Any]:
        event: dict[str, Any] = json.loads(text_of(name).replace(BUCKET, bucket))
        return event

    return read


@pytest.fixture
def keys_in(s3: "S3Client", bucket: str) -> Callable[[], set[str]]:
    return lambda: {each["Key"] for each in s3.list_objects_v2(Bucket=bucket).get("Contents", [])}


@pytest.fixture
def uploaded(s3: "S3Client", bucket: str) -> str:
    """Key of an invoice in the bucket, the one in the recorded events."""
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    return KEY


@pytest.fixture
def publisher() -> ListPublisher:
    """The publisher of the failing functions."""
    return ListPublisher()


@pytest.fixture
def failing(s3: "S3Client", bucket: str, publisher: ListPublisher) -> Failing:
    """Make an intake whose ports raise the given faults; objects are fetched from S3 without faults."""

    def intake(trouble: Trouble) -> Intake:
        pipeline = Pipeline(
            store=FaultyStore(S3Store(s3, bucket), trouble),
            publisher=FaultyPublisher(publisher, trouble),
            version="1.0",
            read=reader(),
        )
        return Intake(pipeline=pipeline, client=s3, tenant="default")

    return intake
