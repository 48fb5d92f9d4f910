"""The functions as Lambda starts them: told by the environment, with moto as AWS."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.pipeline import Pipeline, reader
from invoicy_aws import intake
from invoicy_aws.store import S3Store
from tests.fakes.faults import FaultyPublisher, FaultyStore, Trouble
from tests.fakes.publisher import ListPublisher
from tests.functions.aws.sample_events import BUCKET, KEY, text_of
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

Recorded = Callable[[str], dict[str, Any]]
InTrouble = Callable[[Trouble], None]


@pytest.fixture
def bucket(s3_bucket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of the bucket that the functions are told to use."""
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
    """Key of an invoice in the bucket, the one that the recorded events tell of."""
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    return KEY


@pytest.fixture
def heard() -> ListPublisher:
    """The messages that a failing function has published."""
    return ListPublisher()


@pytest.fixture
def in_trouble(s3: "S3Client", bucket: str, heard: ListPublisher, monkeypatch: pytest.MonkeyPatch) -> InTrouble:
    """Put the function's ports into trouble; the objects still stand in S3."""

    def start(trouble: Trouble) -> None:
        store = FaultyStore(S3Store(s3, bucket), trouble)
        publisher = FaultyPublisher(heard, trouble)
        pipeline = Pipeline(store=store, publisher=publisher, version="1.0", read=reader())
        monkeypatch.setattr(intake, "pipeline", lambda: pipeline)

    return start
