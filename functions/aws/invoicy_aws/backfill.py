"""Reads a whole archive anew by S3 Batch Operations: writes the manifest and the job, S3 does the rest.

Usage: python -m invoicy_aws.backfill STACK [--prefix PREFIX]. STACK is the stack of infra/aws; its outputs name the
buckets, the function and the role.
"""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import uuid4

import click
import msgspec
from msgspec import Struct

from invoicy_aws.events.object_ref import is_document
from invoicy_aws.faults import faults_of
from invoicy_aws.keys import backfill_folder

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3control import S3ControlClient

_SCHEMA = "2.0"


class Stack(Struct, frozen=True, rename="pascal"):
    """The outputs of the stack."""

    account: str
    inbox_bucket: str
    readings_bucket: str
    archive_function: str
    archive_role: str


class Manifest(Struct, frozen=True):
    """A list of objects that S3 keeps. objects: how many there are."""

    folder: str
    etag: str
    objects: int


def lines_of(client: "S3Client", bucket: str, prefix: str) -> Iterator[str]:
    """The manifest's lines: bucket and URL-encoded key of every document under the prefix."""
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        keys = (entry["Key"] for entry in page.get("Contents", ()))
        yield from (f"{bucket},{quote(key, safe='/')}\n" for key in keys if is_document(key))


def write_manifest(client: "S3Client", stack: Stack, prefix: str) -> Manifest:
    """List the inbox into a manifest beside the readings; on disk in between, for it may be long."""
    folder = backfill_folder(uuid4().hex)
    with faults_of(f"The bucket {stack.inbox_bucket}"), TemporaryFile() as file:
        objects = sum(1 for line in lines_of(client, stack.inbox_bucket, prefix) if file.write(line.encode()))
        file.seek(0)
        key = f"{folder}/manifest.csv"
        client.upload_fileobj(file, stack.readings_bucket, key)
        head = client.head_object(Bucket=stack.readings_bucket, Key=key)
    return Manifest(folder, head["ETag"], objects)


def create_job(client: "S3ControlClient", stack: Stack, manifest: Manifest) -> str:
    """Id of the job that calls the function for every object of the manifest; its report names what failed."""
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
@click.option("--prefix", default="", help="Only keys that begin so.")
def main(stack: str, prefix: str) -> None:
    """Read every document in the inbox of STACK by the version that is deployed."""
    import boto3  # half a second, not for --help

    outputs = boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0].get("Outputs", [])
    told = msgspec.convert({each["OutputKey"]: each["OutputValue"] for each in outputs}, Stack)
    manifest = write_manifest(boto3.client("s3"), told, prefix)
    if not manifest.objects:
        raise click.ClickException(f"There is no document under {told.inbox_bucket}/{prefix}; check the prefix.")
    job = create_job(boto3.client("s3control"), told, manifest)
    click.echo(
        f"Job {job} reads {manifest.objects} documents; it reports to {told.readings_bucket}/{manifest.folder}/."
    )


if __name__ == "__main__":
    main()
