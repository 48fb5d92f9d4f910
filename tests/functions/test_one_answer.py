"""Both clouds and the laptop store byte-identical readings for the same documents."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from invoicy.local.store import FolderStore
from invoicy.local.watcher import Watcher
from invoicy.pipeline import Pipeline, reader
from invoicy.ports import DocumentStore
from invoicy_aws import bucket as aws_bucket
from invoicy_aws.store import S3Store
from invoicy_gcp import composition as gcp_composition
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.store import GcsStore
from tests.fakes.publisher import ListPublisher
from tests.functions.aws.sample_events import Context
from tests.requirements import SAMPLES

if TYPE_CHECKING:
    from google.cloud.storage import Client
    from mypy_boto3_s3 import S3Client

VERSION = "1.0"


def readings_in(store: DocumentStore, version: str = VERSION) -> dict[str, bytes]:
    return {key: store.get(key) or b"" for key in store.keys("readings") if key.endswith(f"/{version}.json")}


def on_a_laptop(folder: Path, version: str = VERSION) -> dict[str, bytes]:
    store = FolderStore(folder)
    pipeline = Pipeline(store=store, publisher=ListPublisher(), version=version, read=reader())
    watcher = Watcher(pipeline, SAMPLES, tenant="default")
    assert all(outcome.receipt for _ in range(2) for outcome in watcher.look())
    return readings_in(store, version)


def on_aws(request: pytest.FixtureRequest) -> dict[str, bytes]:
    client: S3Client = request.getfixturevalue("s3")
    bucket: str = request.getfixturevalue("s3_bucket")
    os.environ["INVOICY_BUCKET"] = bucket
    for document in SAMPLES.iterdir():
        client.put_object(Bucket=bucket, Key=f"in/{document.name}", Body=document.read_bytes())
        stored = {"bucket": {"name": bucket}, "object": {"key": f"in/{document.name}"}}
        aws_bucket.handler({"Records": [{"eventName": "ObjectCreated:Put", "s3": stored}]}, Context())
    return readings_in(S3Store(client, bucket))


def on_google_cloud(request: pytest.FixtureRequest) -> dict[str, bytes]:
    client: Client = request.getfixturevalue("gcs")
    bucket: str = request.getfixturevalue("gcs_bucket")
    os.environ["INVOICY_BUCKET"] = bucket
    for document in SAMPLES.iterdir():
        client.bucket(bucket).blob(f"in/{document.name}").upload_from_string(document.read_bytes())
        gcp_composition.intake().take(ObjectRef(bucket, f"in/{document.name}"))
    return readings_in(GcsStore(client, bucket))


@pytest.mark.parametrize("on_a_cloud", [on_aws, on_google_cloud])
def test_a_cloud_stores_what_a_laptop_stores(
    on_a_cloud: Callable[[pytest.FixtureRequest], dict[str, bytes]],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INVOICY_VERSION", VERSION)
    monkeypatch.setenv("INVOICY_BUCKET", "set by each cloud")
    here = on_a_laptop(tmp_path)
    assert len(here) == len(list(SAMPLES.iterdir()))
    assert on_a_cloud(request) == here
