"""An archive read by S3 Batch Operations, answered task by task."""

from typing import TYPE_CHECKING, Any

import pytest

from invoicy.errors import TemporaryFaultError
from invoicy_aws.archive import handler, response_to
from tests.fakes.faults import Trouble
from tests.functions.aws.conftest import Failing, Recorded
from tests.functions.aws.sample_events import KEY, READING, Context
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

SCHEMAS = {"s3_batch_1": "1.0", "s3_batch_2": "2.0"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_task_is_answered_by_the_reading_it_gave(s3: "S3Client", bucket: str, recorded: Recorded, name: str) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    event = recorded(name)
    assert handler(event, Context()) == {
        "invocationSchemaVersion": SCHEMAS[name],
        "treatMissingKeysAs": "TemporaryFailure",
        "invocationId": event["invocationId"],
        "results": [
            {"taskId": "dGFza2lkZ29lc2hlcmUK", "resultCode": "Succeeded", "resultString": f"accepted {READING}"}
        ],
    }


def code_of(answer: dict[str, Any]) -> str:
    return str(answer["results"][0]["resultCode"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_object_that_is_gone_is_done(recorded: Recorded, name: str) -> None:
    (result,) = handler(recorded(name), Context())["results"]
    assert (result["resultCode"], result["resultString"]) == ("Succeeded", "The object no longer exists.")


def test_the_output_of_the_pipeline_is_not_read(s3: "S3Client", bucket: str, recorded: Recorded) -> None:
    s3.put_object(Bucket=bucket, Key=READING, Body=b"{}")
    event = recorded("s3_batch_2")
    event["tasks"][0]["s3Key"] = READING
    (result,) = handler(event, Context())["results"]
    assert (result["resultCode"], result["resultString"]) == ("Succeeded", "The object is not a document.")
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 1


def test_a_version_is_read(s3: "S3Client", bucket: str, recorded: Recorded) -> None:
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    version = s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)["VersionId"]
    s3.put_object(Bucket=bucket, Key=KEY, Body=b"overwritten")
    event = recorded("s3_batch_2")
    event["tasks"][0]["s3VersionId"] = version
    assert handler(event, Context())["results"][0]["resultString"] == f"accepted {READING}"


@pytest.mark.parametrize(
    ("fault", "code"),
    [(TemporaryFaultError("SlowDown"), "TemporaryFailure"), (ValueError("secret"), "PermanentFailure")],
    ids=["passing", "unforeseen"],
)
def test_a_fault_fails_its_task_and_not_the_others(
    uploaded: str, recorded: Recorded, failing: Failing, fault: Exception, code: str
) -> None:
    event = recorded("s3_batch_1")
    event["tasks"] *= 2
    results = response_to(event, failing(Trouble(0, fault)))["results"]
    assert uploaded
    assert [each["resultCode"] for each in results] == [code, "Succeeded"]
    assert "secret" not in str(results)
