"""Reads one document by the image on this machine, with moto as AWS and `sam local invoke` as Lambda.

Usage: python -m infra.aws.local IMAGE FILE [--queue]. Prints the stored reading as JSON on standard output and
everything else on standard error. Leaves nothing running. With --queue the upload goes through SQS.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import click

from infra.aws.local_cloud import INBOX, READINGS, REGION, cloud_for, create_buckets, sam_local

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_TEMPLATE = Path(__file__).parent / "template.yaml"
_QUEUE = "invoicy"
_SETTINGS = {"INVOICY_BUCKET": READINGS, "INVOICY_INBOX": INBOX, "INVOICY_EVENT_BUS": "default"}


@click.command()
@click.argument("image")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--queue", is_flag=True, help="Send the upload through SQS.")
def main(image: str, file: Path, queue: bool) -> None:
    """Read FILE by IMAGE, as Lambda does."""
    with cloud_for(image) as cloud:
        s3 = boto3.client("s3")
        create_buckets(s3)
        event = _upload(s3, file, queue=queue)
        files = {"event.json": json.dumps(event), "env.json": json.dumps({"Parameters": _SETTINGS})}
        options = ("--event", "event.json", "--env-vars", "env.json")
        sam_local(_TEMPLATE, image, cloud, "invoke", "BucketFunction", *options, files=files)
        readings = _readings(s3)
    if not readings:  # the exit code of SAM is 0 even if the function raised
        raise click.ClickException("The function stored no reading. Its log is above.")
    for reading in readings:
        click.echo(reading)


def _upload(s3: "S3Client", file: Path, *, queue: bool) -> dict[str, Any]:
    """Upload the file and return the event that the bucket, or with queue the queue, sends to the function."""
    sqs = boto3.client("sqs")
    url = sqs.create_queue(QueueName=_QUEUE)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    notifications: Any = {"QueueConfigurations": [{"QueueArn": arn, "Events": ["s3:ObjectCreated:*"]}]}
    s3.put_bucket_notification_configuration(Bucket=INBOX, NotificationConfiguration=notifications)
    s3.upload_file(str(file), INBOX, f"incoming/{file.name}")
    messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    if queue:
        return {"Records": [_record_of(message, arn) for message in messages]}
    event: dict[str, Any] = json.loads(messages[-1]["Body"])  # the first is S3's test event
    return event


def _record_of(message: Any, arn: str) -> dict[str, Any]:
    """Return the message as Lambda passes it to a function."""
    names = {"messageId": "MessageId", "receiptHandle": "ReceiptHandle", "body": "Body"}
    source = {"eventSource": "aws:sqs", "eventSourceARN": arn, "awsRegion": REGION}
    return source | {name: message[name_in_sqs] for name, name_in_sqs in names.items()}


def _readings(s3: "S3Client") -> list[str]:
    entries = s3.list_objects_v2(Bucket=READINGS, Prefix="readings/").get("Contents", [])
    keys = [entry["Key"] for entry in entries if "/sources/" not in entry["Key"]]
    return [s3.get_object(Bucket=READINGS, Key=key)["Body"].read().decode() for key in keys]


if __name__ == "__main__":
    main()
