"""Both clouds' images store, for every sample, the bytes that a laptop stores."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cloudevents.conversion import to_binary
from cloudevents.http import CloudEvent

from invoicy_aws.store import S3Store
from invoicy_gcp.events.payloads import FINALIZED
from invoicy_gcp.store import GcsStore
from tests.functions.test_one_answer import on_a_laptop, readings_in
from tests.images.engine import VERSION
from tests.images.test_cloudrun import service
from tests.images.test_lambda import function
from tests.requirements import SAMPLES

if TYPE_CHECKING:
    from google.cloud.storage import Client
    from mypy_boto3_s3 import S3Client

pytestmark = pytest.mark.container

DOCUMENTS = sorted(SAMPLES.iterdir())


def test_the_lambda_image_stores_what_a_laptop_stores(
    images: dict[str, str], aws: str, s3: "S3Client", s3_bucket: str, tmp_path: Path
) -> None:
    environment = {
        "AWS_ENDPOINT_URL": aws,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "eu-central-1",
        "INVOICY_BUCKET": s3_bucket,
    }
    with function(images["lambda"], "invoicy_aws.bucket.handler", environment) as invoke:
        for document in DOCUMENTS:
            s3.put_object(Bucket=s3_bucket, Key=document.name, Body=document.read_bytes())
            stored = {"bucket": {"name": s3_bucket}, "object": {"key": document.name}}
            invoke({"Records": [{"eventName": "ObjectCreated:Put", "s3": stored}]})
    assert readings_in(S3Store(s3, s3_bucket), VERSION) == on_a_laptop(tmp_path, VERSION)


def test_the_cloud_run_image_stores_what_a_laptop_stores(
    images: dict[str, str], gcs: "Client", gcs_endpoint: str, gcs_bucket: str, tmp_path: Path
) -> None:
    environment = {
        "STORAGE_EMULATOR_HOST": gcs_endpoint,
        "GOOGLE_CLOUD_PROJECT": "test",
        "INVOICY_BUCKET": gcs_bucket,
    }
    command = ("/opt/invoicy/bin/python", "-m", "invoicy_gcp", "bucket")
    with service(images["cloudrun"], *command, environment=environment) as call:
        for document in DOCUMENTS:
            gcs.bucket(gcs_bucket).blob(document.name).upload_from_string(document.read_bytes())
            source = f"//storage.googleapis.com/projects/_/buckets/{gcs_bucket}"
            event = CloudEvent({"type": FINALIZED, "source": source}, {"bucket": gcs_bucket, "name": document.name})
            headers, body = to_binary(event)
            call("/", body, **{name.replace("-", "_"): value for name, value in headers.items()})
    assert readings_in(GcsStore(gcs, gcs_bucket), VERSION) == on_a_laptop(tmp_path, VERSION)
