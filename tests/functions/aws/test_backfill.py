"""A backfill: the manifest of an archive and the job that goes through it."""

from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

import boto3
import pytest
from botocore.stub import ANY, Stubber

from invoicy.errors import AccessRefusedError
from invoicy_aws.archive_keys import is_backfill_file
from invoicy_aws.backfill import Manifest, StackOutputs, create_job, write_manifest
from tests.functions.aws.sample_events import KEY

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3control import S3ControlClient

MANIFEST = Manifest("backfill/" + "0" * 32, '"etag"', 2)


def stack(bucket: str) -> StackOutputs:
    return StackOutputs(
        "111122223333", bucket, bucket, "arn:aws:lambda:eu-central-1:111122223333:function:a", "arn:role"
    )


@pytest.fixture
def s3control(aws: str) -> "S3ControlClient":
    return boto3.client("s3control", endpoint_url=aws)


def test_the_manifest_lists_the_documents_as_batch_operations_reads_keys(s3: "S3Client", s3_bucket: str) -> None:
    for key in (KEY, "incoming/", f"documents/a/{'0' * 64}", "incoming/a,b.pdf", "other/a.pdf"):
        s3.put_object(Bucket=s3_bucket, Key=key, Body=b"")
    manifest = write_manifest(s3, stack(s3_bucket), "incoming/")
    key = f"{manifest.folder}/manifest.csv"
    answer = s3.get_object(Bucket=s3_bucket, Key=key)
    rows = [line.split(",") for line in answer["Body"].read().decode().splitlines()]
    assert [(bucket, unquote_plus(key)) for bucket, key in rows] == [
        (s3_bucket, KEY),
        (s3_bucket, "incoming/a,b.pdf"),
    ]
    assert (manifest.objects, manifest.etag) == (2, answer["ETag"])
    assert is_backfill_file(key)


def test_the_job_calls_the_function_for_the_manifest_and_reports_failures(s3control: "S3ControlClient") -> None:
    wanted = {
        "AccountId": "111122223333",
        "ClientRequestToken": "0" * 32,
        "ConfirmationRequired": False,
        "Description": ANY,
        "Manifest": {
            "Spec": {"Format": "S3BatchOperations_CSV_20180820", "Fields": ["Bucket", "Key"]},
            "Location": {"ObjectArn": f"arn:aws:s3:::b/{MANIFEST.folder}/manifest.csv", "ETag": '"etag"'},
        },
        "Operation": {"LambdaInvoke": {"FunctionArn": ANY, "InvocationSchemaVersion": "2.0"}},
        "Priority": ANY,
        "Report": {
            "Bucket": "arn:aws:s3:::b",
            "Enabled": True,
            "Format": "Report_CSV_20180820",
            "Prefix": MANIFEST.folder,
            "ReportScope": "FailedTasksOnly",
        },
        "RoleArn": "arn:role",
    }
    with Stubber(s3control) as stubber:
        stubber.add_response("create_job", {"JobId": "job-1"}, wanted)
        assert create_job(s3control, stack("b"), MANIFEST) == "job-1"


def test_a_refused_job_raises_an_error(s3control: "S3ControlClient") -> None:
    with Stubber(s3control) as stubber:
        stubber.add_client_error("create_job", "AccessDenied", http_status_code=403)
        with pytest.raises(AccessRefusedError, match="S3 Batch Operations"):
            create_job(s3control, stack("b"), MANIFEST)
