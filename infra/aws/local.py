"""One document through the image on this machine: moto as AWS, `sam local invoke` as Lambda.

Usage: python -m infra.aws.local IMAGE FILE [--queue]. Prints the stored reading as JSON on standard output, all else on
standard error; nothing stays behind. With --queue the upload goes through SQS.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "template.yaml"
_SAM = ("uvx", "--from", "aws-sam-cli==1.170.0", "sam")
_DEPLOYED_IMAGE = "invoicy-lambda:latest"  # as the template says
_LOCAL_IMAGE = "invoicy-lambda-local"  # stays, with what SAM builds on it: the next run starts sooner
_REGION = "eu-central-1"
_INBOX, _READINGS, _QUEUE = "invoicy-inbox", "invoicy-readings", "invoicy"
_AWS = {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local", "AWS_DEFAULT_REGION": _REGION}


class Cloud(Struct, frozen=True):
    """moto's server. host: this machine as containers see it; an address, for a name would become a bucket's."""

    host: str
    port: int

    @property
    def endpoint(self) -> str:
        return f"http://{self.host}:{self.port}"


@click.command()
@click.argument("image")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--queue", is_flag=True, help="Send the upload through SQS.")
def main(image: str, file: Path, queue: bool) -> None:
    """Read FILE by IMAGE, as Lambda would."""
    os.environ.update(_AWS)
    with cloud_for(image) as cloud:
        os.environ["AWS_ENDPOINT_URL"] = f"http://{listening_address(cloud.host)}:{cloud.port}"
        import boto3

        s3 = boto3.client("s3")
        event = _upload(s3, file, queue=queue)
        _invoke(_run_by_root(image), event, cloud.endpoint)
        readings = _readings(s3)
    if not readings:
        raise click.ClickException("The function stored no reading; what it said stands above.")
    for reading in readings:
        click.echo(reading)


@contextmanager
def cloud_for(image: str) -> Iterator[Cloud]:
    """Moto's server, where containers of this engine reach it. image: one with Python, to ask from."""
    from moto.server import ThreadedMotoServer  # two seconds, not for --help

    host = _host_for_containers(image)
    server = ThreadedMotoServer(ip_address=listening_address(host), port=0, verbose=False)
    server.start()
    try:
        yield Cloud(host, server.get_host_and_port()[1])
    finally:
        server.stop()


def _host_for_containers(image: str) -> str:
    """The address under which a container reaches this machine."""
    name = "host.docker.internal"
    code = f"import socket; print(socket.gethostbyname('{name}'))"
    python = ("--entrypoint", "python", image, "-c", code)
    return _said("docker", "run", "--rm", "--add-host", f"{name}:host-gateway", *python)


def listening_address(host: str) -> str:
    """Where to listen: where the engine's address is this machine's own, there; else its engine passes it on."""
    import socket

    with socket.socket() as probe:
        try:
            probe.bind((host, 0))
        except OSError:
            return "127.0.0.1"
    return host


def _run_by_root(image: str) -> str:
    """The image as `sam local` takes it: it refuses one that does not run as root."""
    _run("docker", "build", "--quiet", "--tag", _LOCAL_IMAGE, "-", text=f"FROM {image}\nUSER 0\n")
    return _LOCAL_IMAGE


def _upload(s3: "S3Client", file: Path, *, queue: bool) -> dict[str, Any]:
    """Upload the file; gives what the inbox, or the queue between, then tells the function."""
    import boto3

    region: Any = {"LocationConstraint": _REGION}
    for bucket in (_INBOX, _READINGS):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=region)
    sqs = boto3.client("sqs")
    url = sqs.create_queue(QueueName=_QUEUE)["QueueUrl"]
    arn = f"arn:aws:sqs:{_REGION}:123456789012:{_QUEUE}"
    told: Any = {"QueueConfigurations": [{"QueueArn": arn, "Events": ["s3:ObjectCreated:*"]}]}
    s3.put_bucket_notification_configuration(Bucket=_INBOX, NotificationConfiguration=told)
    s3.upload_file(str(file), _INBOX, f"incoming/{file.name}")
    messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    if queue:
        return {"Records": [_as_lambda_says(message, arn) for message in messages]}
    event: dict[str, Any] = json.loads(messages[-1]["Body"])  # the first is S3's test event
    return event


def _as_lambda_says(message: Any, arn: str) -> dict[str, Any]:
    names = {"messageId": "MessageId", "receiptHandle": "ReceiptHandle", "body": "Body"}
    return {name: message[theirs] for name, theirs in names.items()} | {
        "eventSource": "aws:sqs",
        "eventSourceARN": arn,
        "awsRegion": _REGION,
    }


def _invoke(image: str, event: dict[str, Any], endpoint: str) -> None:
    """Run the template's own function on the event; `sam` says 0 even where the function raised."""
    variables = "      Variables:\n"
    template = _TEMPLATE.read_text(encoding="utf-8").replace(_DEPLOYED_IMAGE, image)
    template = template.replace(variables, f"{variables}        AWS_ENDPOINT_URL: {endpoint}\n")  # SAM sets no others
    settings = {"INVOICY_BUCKET": _READINGS, "INVOICY_INBOX": _INBOX, "INVOICY_EVENT_BUS": "default"}
    with TemporaryDirectory() as folder:
        files = {"template.yaml": template, "event.json": json.dumps(event), "env.json": _for_all(settings)}
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        options = (
            "--template",
            "template.yaml",
            "--event",
            "event.json",
            "--env-vars",
            "env.json",
            "--skip-pull-image",
        )
        _run(*_SAM, "local", "invoke", "BucketFunction", *options, folder=folder)


def _for_all(settings: dict[str, str]) -> str:
    return json.dumps({"Parameters": settings})


def _readings(s3: "S3Client") -> list[str]:
    entries = s3.list_objects_v2(Bucket=_READINGS, Prefix="readings/").get("Contents", [])
    keys = [entry["Key"] for entry in entries if entry["Key"].count("/") == 3]  # noqa: PLR2004  readings, tenant, document
    return [s3.get_object(Bucket=_READINGS, Key=key)["Body"].read().decode() for key in keys]


def _run(*command: str, text: str | None = None, folder: str | None = None) -> None:
    environment = os.environ | {"SAM_CLI_TELEMETRY": "0"}
    subprocess.run(command, input=text, text=True, check=True, stdout=sys.stderr, cwd=folder, env=environment)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
