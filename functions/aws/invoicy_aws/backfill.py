"""Reads a whole archive with the deployed version: writes a manifest and creates a job of S3 Batch Operations.

Usage: python -m invoicy_aws.backfill STACK [--prefix PREFIX].
"""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import uuid4

import click
import msgspec
from msgspec import Struct

from invoicy_aws.archive_keys import backfill_folder
from invoicy_aws.events.object_ref import is_document
from invoicy_aws.faults import faults_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3control import S3ControlClient

_SCHEMA = "2.0"


class StackOutputs(Struct, frozen=True, rename="pascal"):
    """The outputs of the stack of infra/aws/template.yaml."""

    account: str
    inbox_bucket: str
    readings_bucket: str
    archive_function: str
    archive_role: str


class Manifest(Struct, frozen=True):
    """A list of objects, stored in S3. objects: their number."""

    folder: str
    etag: str
    objects: int


def manifest_lines(client: "S3Client", bucket: str, prefix: str) -> Iterator[str]:
    """Yield bucket and URL-encoded key of every document under the prefix."""
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        keys = (entry["Key"] for entry in page.get("Contents", ()))
        yield from (f"{bucket},{quote(key, safe='/')}\n" for key in keys if is_document(key))


def write_manifest(client: "S3Client", stack: StackOutputs, prefix: str) -> Manifest:
    """List the inbox into a manifest in the readings bucket. It may be long, so it is first written to disk."""
    folder = backfill_folder(uuid4().hex)
    with faults_of(f"the bucket {stack.inbox_bucket}"), TemporaryFile() as file:
        objects = sum(1 for line in manifest_lines(client, stack.inbox_bucket, prefix) if file.write(line.encode()))
        file.seek(0)
        key = f"{folder}/manifest.csv"
        client.upload_fileobj(file, stack.readings_bucket, key)
        head = client.head_object(Bucket=stack.readings_bucket, Key=key)
    return Manifest(folder, head["ETag"], objects)


def create_job(client: "S3ControlClient", stack: StackOutputs, manifest: Manifest) -> str:
    """Create the job that calls the function for every object, and return its id. Its report lists the failed ones."""
    bucket = f"arn:aws:s3:::{stack.readings_bucket}"
    with faults_of("S3 Batch Operations"):
        job = client.create_job(
            AccountId=stack.account,
            ClientRequestToken=manifest.folder.rpartition("/")[2],
            ConfirmationRequired=False,
            Description=f"Invoicy reads {manifest.objects} documents of {stack.inbox_bucket}",
            Manifest={
                "Spec": {"Format": "S3BatchOperations_CSV_20180820", "Fields": ["Bucket", "Key"]},
                "Location": {"ObjectArn": f"{bucket}/{manifest.folder}/manifest.csv", "ETag": manifest.etag},
            },
            Operation={
                "LambdaInvoke": {"FunctionArn": stack.archive_function, "InvocationSchemaVersion": _SCHEMA},
            },
            Priority=10,
            Report={
                "Bucket": bucket,
                "Enabled": True,
                "Format": "Report_CSV_20180820",
                "Prefix": manifest.folder,
                "ReportScope": "FailedTasksOnly",
            },
            RoleArn=stack.archive_role,
        )
    return job["JobId"]


@click.command()
@click.argument("stack")
@click.option("--prefix", default="", help="Only keys that start with PREFIX.")
def main(stack: str, prefix: str) -> None:
    """Read every document in the inbox of STACK with the deployed version."""
    import boto3  # 0.2 s, not for --help

    described = boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0].get("Outputs", [])
    outputs = msgspec.convert({output["OutputKey"]: output["OutputValue"] for output in described}, StackOutputs)
    manifest = write_manifest(boto3.client("s3"), outputs, prefix)
    if not manifest.objects:
        raise click.ClickException(f"No document found under {outputs.inbox_bucket}/{prefix}. Check the prefix.")
    job = create_job(boto3.client("s3control"), outputs, manifest)
    report = f"{outputs.readings_bucket}/{manifest.folder}/"
    click.echo(f"Job {job} reads {manifest.objects} documents. Its report will be in {report}.")


if __name__ == "__main__":
    main()
