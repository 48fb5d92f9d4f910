"""One document through the image on this machine: moto as AWS, `sam local invoke` as Lambda.

Usage: python -m infra.aws.local IMAGE FILE [--queue]. Prints the stored reading as JSON on standard output, all else on
standard error; nothing stays behind that runs. With --queue the upload goes through SQS.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import click

from infra.aws.local_cloud import INBOX, READINGS, REGION, buckets, cloud_for, sam_local

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
    """Read FILE by IMAGE, as Lambda would."""
    with cloud_for(image) as cloud:
        s3 = boto3.client("s3")
        buckets(s3)
        event = _upload(s3, file, queue=queue)
        files = {"event.json": json.dumps(event), "env.json": json.dumps({"Parameters": _SETTINGS})}
        options = ("--event", "event.json", "--env-vars", "env.json")
        sam_local(_TEMPLATE, image, cloud, "invoke", "BucketFunction", *options, files=files)
        readings = _readings(s3)
    if not readings:  # SAM says 0 even where the function raised
        raise click.ClickException("The function stored no reading; what it said stands above.")
    for reading in readings:
        click.echo(reading)


def _upload(s3: "S3Client", file: Path, *, queue: bool) -> dict[str, Any]:
    """Upload the file; gives what the inbox, or the queue between, then tells the function."""
    sqs = boto3.client("sqs")
    url = sqs.create_queue(QueueName=_QUEUE)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    told: Any = {"QueueConfigurations": [{"QueueArn": arn, "Events": ["s3:ObjectCreated:*"]}]}
    s3.put_bucket_notification_configuration(Bucket=INBOX, NotificationConfiguration=told)
    s3.upload_file(str(file), INBOX, f"incoming/{file.name}")
    messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    if queue:
        return {"Records": [_as_lambda_says(message, arn) for message in messages]}
    event: dict[str, Any] = json.loads(messages[-1]["Body"])  # the first is S3's test event
    return event


def _as_lambda_says(message: Any, arn: str) -> dict[str, Any]:
    names = {"messageId": "MessageId", "receiptHandle": "ReceiptHandle", "body": "Body"}
    told = {"eventSource": "aws:sqs", "eventSourceARN": arn, "awsRegion": REGION}
    return told | {name: message[theirs] for name, theirs in names.items()}


def _readings(s3: "S3Client") -> list[str]:
    entries = s3.list_objects_v2(Bucket=READINGS, Prefix="readings/").get("Contents", [])
    keys = [entry["Key"] for entry in entries if "/sources/" not in entry["Key"]]
    return [s3.get_object(Bucket=READINGS, Key=key)["Body"].read().decode() for key in keys]


if __name__ == "__main__":
    main()
