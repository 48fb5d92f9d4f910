"""The Lambda image under AWS's runtime interface emulator: an S3 event becomes a stored reading."""

import json
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from infra.gcp.emulator import free_port

from invoicy.readings.reading import Reading, Status
from tests.images.engine import VERSION, configuration, docker, running
from tests.requirements import ROOT, SAMPLES

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

pytestmark = pytest.mark.container

EVENTS = ROOT / "infra" / "aws" / "events"
DOCUMENT = SAMPLES / "ubl-invoice.xml"
SECONDS_TO_START = 30


def emulator() -> Path:
    """The emulator that the SAM CLI's package carries; none of its code is run."""
    machine = {"aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return Path(str(files("samcli") / "local" / "rapid" / f"aws-lambda-rie-{machine}"))


class Function:
    """A running function, called as Lambda calls it."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/2015-03-31/functions/function/invocations"

    def __call__(self, event: Any) -> Any:
        for _ in range(SECONDS_TO_START * 10):
            try:
                return httpx2.post(self.address, json=event, timeout=60).json()
            except httpx2.TransportError:
                time.sleep(0.1)
        raise TimeoutError(self.address)


@contextmanager
def function(image: str, handler: str, environment: dict[str, str]) -> Iterator[Function]:
    """The image's own entry point, with another handler, beneath the emulator."""
    port, api = free_port(), free_port()
    listening = (
        f"--runtime-interface-emulator-address=127.0.0.1:{port}",
        f"--runtime-api-address=127.0.0.1:{api}",
    )
    mounted = (f"--volume={emulator()}:/emulator:ro", "--entrypoint=/emulator")
    entry_point = configuration(image)["Entrypoint"]
    with running(image, *listening, *entry_point, handler, options=mounted, environment=environment) as container:
        try:
            yield Function(port)
        except BaseException:
            print(docker("logs", container))  # noqa: T201 - pytest shows it beside the failure
            raise


@pytest.fixture
def environment(aws: str, s3_bucket: str) -> dict[str, str]:
    return {
        "AWS_ENDPOINT_URL": aws,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "eu-central-1",
        "INVOICY_BUCKET": s3_bucket,
    }


def test_the_handler_for_uploads_is_the_default_command(images: dict[str, str]) -> None:
    assert configuration(images["lambda"])["Cmd"] == ["invoicy_aws.bucket.handler"]


def test_an_upload_becomes_a_stored_reading(
    images: dict[str, str], environment: dict[str, str], s3: "S3Client", s3_bucket: str
) -> None:
    content = DOCUMENT.read_bytes()
    event = json.loads((EVENTS / "s3_put.json").read_text())
    event["Records"][0]["s3"]["bucket"]["name"] = s3_bucket
    event["Records"][0]["s3"]["object"]["key"] = "in/a+b.xml"
    s3.put_object(Bucket=s3_bucket, Key="in/a b.xml", Body=content)
    key = f"readings/default/{sha256(content).hexdigest()}/{VERSION}.json"
    with function(images["lambda"], "invoicy_aws.bucket.handler", environment) as invoke:
        assert invoke(event) == {"readings": [key]}
        stored = s3.get_object(Bucket=s3_bucket, Key=key)
        assert invoke(event) == {"readings": [key]}
    assert Reading.from_json(stored["Body"].read()).status is Status.ACCEPTED
    assert s3.get_object(Bucket=s3_bucket, Key=key)["LastModified"] == stored["LastModified"]


def test_the_same_image_answers_http(images: dict[str, str], environment: dict[str, str]) -> None:
    event = json.loads((EVENTS / "http_api_v2.json").read_text())
    event |= {"rawPath": "/version", "body": "", "isBase64Encoded": False}
    event["requestContext"]["http"] |= {"method": "GET", "path": "/version"}
    with function(images["lambda"], "invoicy_aws.http.handler", environment) as invoke:
        answer = invoke(event)
    assert answer["statusCode"] == 200
    assert json.loads(answer["body"])["version"] == VERSION
