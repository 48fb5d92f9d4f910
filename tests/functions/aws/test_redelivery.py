"""Wherever a function stops or fails, the queue's next delivery brings the document to its end; on S3."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from invoicy.errors import TemporaryFaultError
from invoicy_aws.bucket import handler as bucket_handler
from invoicy_aws.messages import handler
from tests.fakes.faults import StoppedError, Trouble
from tests.fakes.publisher import ListPublisher
from tests.functions.aws.conftest import InTrouble, Recorded
from tests.functions.aws.sample_events import READING, Context, put_event
from tests.test_redelivery import FAULTS

if TYPE_CHECKING:
    pass

STEPS = ("create", "get", "create", "publish")
MESSAGE = "19dd0b57-b21e-4ac1-bd88-01bbb068cb71"
KeysIn = Callable[[], set[str]]


def test_an_upload_makes_these_calls(uploaded: str, recorded: Recorded, in_trouble: InTrouble) -> None:
    calm = Trouble()
    in_trouble(calm)
    handler(recorded("sqs"), Context())
    assert uploaded
    assert tuple(calm.calls) == STEPS


@pytest.mark.usefixtures("uploaded")
@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(len(STEPS)), ids=[f"{at}-{name}" for at, name in enumerate(STEPS)])
class TestAtAnyStep:
    """A fault at each call on the ports, before and after it took effect."""

    def test_a_message_that_failed_comes_again_and_is_brought_to_its_end(
        self, recorded: Recorded, in_trouble: InTrouble, keys_in: KeysIn, at: int, late: bool
    ) -> None:
        in_trouble(Trouble(at, TemporaryFaultError("SlowDown"), late=late))
        answer = handler(recorded("sqs"), Context())
        assert answer == {"batchItemFailures": [{"itemIdentifier": MESSAGE}]}
        assert handler(recorded("sqs"), Context()) == {"batchItemFailures": []}
        assert [key for key in keys_in() if key.endswith("/1.0.json")] == [READING]

    def test_a_process_that_dies_is_made_good_by_the_next(
        self, recorded: Recorded, in_trouble: InTrouble, heard: ListPublisher, at: int, late: bool
    ) -> None:
        in_trouble(Trouble(at, StoppedError(), late=late))
        with pytest.raises(StoppedError):
            handler(recorded("sqs"), Context())
        in_trouble(Trouble())
        assert handler(recorded("sqs"), Context()) == {"batchItemFailures": []}
        assert {event.id for event in heard.events} == {READING}


@pytest.mark.usefixtures("uploaded")
@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "stopped"])
def test_a_direct_notification_raises_so_that_lambda_delivers_again(
    recorded: Recorded, in_trouble: InTrouble, fault: str
) -> None:
    in_trouble(Trouble(2, FAULTS[fault]))
    with pytest.raises(type(FAULTS[fault])):
        bucket_handler(recorded("s3_put"), Context())
    assert bucket_handler(recorded("s3_put"), Context()) == {"readings": [READING]}


def test_what_never_succeeds_ends_in_the_dead_letter_queue(bucket: str) -> None:
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
