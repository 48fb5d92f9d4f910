"""AWS's answers as the library's errors."""

from functools import partial

import pytest
from botocore.exceptions import (
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
    ReadTimeoutError,
)

from invoicy.errors import AccessRefusedError, TemporaryFaultError
from invoicy_aws.faults import faults_of
from invoicy_aws.publisher import EventBridgePublisher
from invoicy_aws.store import S3Store
from tests.contracts.test_event_publisher import EVENT


def answered(code: str, status: int) -> ClientError:
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}, "PutObject")  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    "fault",
    [
        answered("SlowDown", 503),
        answered("InternalError", 500),
        answered("ConditionalRequestConflict", 409),
        answered("RequestTimeout", 400),
        answered("TooManyRequests", 429),
        EndpointConnectionError(endpoint_url="http://s3"),
        ConnectTimeoutError(endpoint_url="http://s3"),
        ReadTimeoutError(endpoint_url="http://s3"),
        ConnectionResetError("reset"),
    ],
    ids=lambda fault: str(fault)[:50],
)
def test_a_fault_that_may_pass_is_retryable(fault: Exception) -> None:
    with pytest.raises(TemporaryFaultError, match="the bucket b"), faults_of("the bucket b"):
        raise fault


@pytest.mark.parametrize(
    "fault", [answered("AccessDenied", 403), answered("NoSuchBucket", 404), NoCredentialsError()], ids=str
)
def test_a_wrong_name_or_permission_is_not_retryable(fault: Exception) -> None:
    with pytest.raises(AccessRefusedError, match="the bucket b"), faults_of("the bucket b"):
        raise fault


class ThrottledEvents:
    """An EventBridge that takes the call and not the event."""

    def put_events(self, **_: object) -> dict[str, object]:
        return {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "ThrottlingException"}]}


def test_an_event_that_the_bus_did_not_take_is_published_again() -> None:
    with pytest.raises(TemporaryFaultError, match="ThrottlingException"):
        EventBridgePublisher(ThrottledEvents(), "bus").publish(EVENT)  # type: ignore[arg-type]


def test_a_store_that_cannot_be_reached_is_a_passing_fault(aws: str) -> None:
    import boto3
    from botocore.config import Config

    config = Config(retries={"total_max_attempts": 1})
    client = boto3.client("s3", endpoint_url=aws.rpartition(":")[0] + ":1", config=config)
    store = S3Store(client, "b")
    for call in (partial(store.get, "a"), partial(store.create, "a", b""), partial(store.keys, "a"), store.probe):
        with pytest.raises(TemporaryFaultError):
            call()


def test_a_bucket_that_does_not_exist_is_named(aws: str) -> None:
    import boto3

    store = S3Store(boto3.client("s3", endpoint_url=aws), "no-such-bucket-here")
    for call in (partial(store.create, "a", b""), partial(store.keys, "a"), store.probe):
        with pytest.raises(AccessRefusedError, match="no-such-bucket-here"):
            call()
