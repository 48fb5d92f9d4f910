"""Wherever a function stops or fails, the queue's next delivery brings the document to its end; on S3."""

import json
from collections.abc import Callable
from typing import Any

import boto3
import pytest

from invoicy.errors import TemporaryFaultError
from invoicy_aws import bucket as bucket_function
from invoicy_aws.messages import handler, response_to
from tests.fakes.faults import StoppedError, Trouble
from tests.fakes.publisher import ListPublisher
from tests.functions.aws.conftest import Failing, Recorded
from tests.functions.aws.sample_events import READING, Context, put_event
from tests.test_redelivery import FAULTS

CONTEXT: Any = Context()
STEPS = ("create", "get", "create", "publish")
MESSAGE = "19dd0b57-b21e-4ac1-bd88-01bbb068cb71"
KeysIn = Callable[[], set[str]]


def test_an_upload_makes_these_calls(uploaded: str, recorded: Recorded, failing: Failing) -> None:
    calm = Trouble()
    response_to(recorded("sqs"), CONTEXT, failing(calm))
    assert uploaded
    assert tuple(calm.calls) == STEPS


@pytest.mark.usefixtures("uploaded")
@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(len(STEPS)), ids=[f"{at}-{name}" for at, name in enumerate(STEPS)])
class TestAtAnyStep:
    """A fault at each call on the ports, before and after it took effect."""

    def test_a_message_that_failed_comes_again_and_is_brought_to_its_end(
        self, recorded: Recorded, failing: Failing, keys_in: KeysIn, at: int, late: bool
    ) -> None:
        intake = failing(Trouble(at, TemporaryFaultError("SlowDown"), late=late))
        answer = response_to(recorded("sqs"), CONTEXT, intake)
        assert answer == {"batchItemFailures": [{"itemIdentifier": MESSAGE}]}
        assert response_to(recorded("sqs"), CONTEXT, intake) == {"batchItemFailures": []}
        assert [key for key in keys_in() if key.endswith("/1.0.json")] == [READING]

    def test_a_process_that_dies_is_made_good_by_the_next(
        self, recorded: Recorded, failing: Failing, publisher: ListPublisher, at: int, late: bool
    ) -> None:
        intake = failing(Trouble(at, StoppedError(), late=late))
        with pytest.raises(StoppedError):
            response_to(recorded("sqs"), CONTEXT, intake)
        assert response_to(recorded("sqs"), CONTEXT, failing(Trouble())) == {"batchItemFailures": []}
        assert {event.id for event in publisher.events} == {READING}


@pytest.mark.usefixtures("uploaded")
@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "stopped"])
def test_a_direct_notification_raises_so_that_lambda_delivers_again(
    recorded: Recorded, failing: Failing, fault: str
) -> None:
    intake = failing(Trouble(2, FAULTS[fault]))
    with pytest.raises(type(FAULTS[fault])):
        bucket_function.response_to(recorded("s3_put"), CONTEXT, intake)
    assert bucket_function.response_to(recorded("s3_put"), CONTEXT, intake) == {"readings": [READING]}


def test_a_message_that_never_succeeds_ends_in_the_dead_letter_queue(bucket: str) -> None:
    sqs = boto3.client("sqs")

    def queue(name: str, **attributes: str) -> tuple[str, str]:
        url = sqs.create_queue(QueueName=f"{bucket}-{name}", Attributes=attributes)["QueueUrl"]  # type: ignore[arg-type]
        return url, sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

    dead, arn = queue("dead")
    policy = json.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": "2"})
    live, _ = queue("live", RedrivePolicy=policy, VisibilityTimeout="0")
    body = json.dumps(put_event(f"no-{bucket}", "a.xml"))
    sqs.send_message(QueueUrl=live, MessageBody=body)
    for _ in range(3):
        for message in sqs.receive_message(QueueUrl=live).get("Messages", []):
            record: Any = {"messageId": message["MessageId"], "body": message["Body"]}
            assert handler({"Records": [record]}, Context())["batchItemFailures"]
    assert [each["Body"] for each in sqs.receive_message(QueueUrl=dead)["Messages"]] == [body]
