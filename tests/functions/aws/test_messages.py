"""A queue of uploads: only the failed messages are delivered again."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from invoicy_aws.messages import handler, response_to
from tests.fakes.faults import Trouble
from tests.functions.aws.conftest import Failing, Recorded
from tests.functions.aws.sample_events import KEY, READING, Context, put_event
from tests.memory_pipeline import INVOICE, SAME_INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

CONTEXT: Any = Context()
SECOND = "19dd0b57-b21e-4ac1-bd88-01bbb068cb72"


def failures(answer: dict[str, Any]) -> list[str]:
    return [each["itemIdentifier"] for each in answer["batchItemFailures"]]


def test_a_message_is_read_and_not_delivered_again(
    s3: "S3Client", bucket: str, recorded: Recorded, keys_in: Callable[[], set[str]]
) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    assert handler(recorded("sqs"), Context()) == {"batchItemFailures": []}
    assert READING in keys_in()


def test_only_the_message_that_failed_comes_again(
    s3: "S3Client", bucket: str, recorded: Recorded, keys_in: Callable[[], set[str]]
) -> None:
    for name, content in (("a", INVOICE), ("b", SAME_INVOICE), ("c", b"no invoice")):
        s3.put_object(Bucket=bucket, Key=f"incoming/{name}.xml", Body=content)
    assert failures(handler(recorded("sqs_several"), Context())) == [SECOND]
    assert len([key for key in keys_in() if key.endswith("/1.0.json")]) == 3


def test_a_message_for_which_no_time_is_left_comes_again(recorded: Recorded) -> None:
    assert len(failures(handler(recorded("sqs_several"), Context(milliseconds=5_000)))) == 3


def test_a_test_event_in_the_queue_is_done(recorded: Recorded) -> None:
    assert handler(recorded("sqs_test"), Context()) == {"batchItemFailures": []}


def test_a_bucket_that_does_not_let_us_in_fails_its_message_only(s3: "S3Client", bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="a.xml", Body=INVOICE)
    bodies = [put_event(name, "a.xml") for name in (f"no-{bucket}", bucket)]
    event = {"Records": [{"messageId": str(at), "body": json.dumps(body)} for at, body in enumerate(bodies)]}
    assert failures(handler(event, Context())) == ["0"]


@pytest.mark.usefixtures("uploaded")
def test_an_unforeseen_error_fails_its_message_and_is_logged(
    recorded: Recorded, failing: Failing, capsys: pytest.CaptureFixture[str]
) -> None:
    intake = failing(Trouble(0, ValueError("a defect")))
    assert len(failures(response_to(recorded("sqs"), CONTEXT, intake))) == 1
    assert "ValueError" in capsys.readouterr().out


def test_an_upload_comes_through_a_real_queue(s3: "S3Client", bucket: str) -> None:
    sqs = boto3.client("sqs")
    queue = sqs.create_queue(QueueName=bucket)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    wanted: Any = {"QueueConfigurations": [{"QueueArn": arn, "Events": ["s3:ObjectCreated:*"]}]}
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration=wanted)
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    bodies = [each["Body"] for each in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]]
    assert json.loads(bodies[0])["Event"] == "s3:TestEvent"
    event = {"Records": [{"messageId": str(at), "body": body} for at, body in enumerate(bodies)]}
    assert handler(event, Context()) == {"batchItemFailures": []}
    assert s3.head_object(Bucket=bucket, Key=READING)
