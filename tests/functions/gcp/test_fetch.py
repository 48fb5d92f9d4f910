"""Uploaded objects as documents."""

from typing import TYPE_CHECKING

import pytest

from invoicy.documents.document import Document
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.fetch import fetch
from tests.functions.gcp.conftest import KEY, upload
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client

LIMIT = 1_000_000


def test_an_object_is_fetched_with_its_generation_and_metadata(gcs: "Client", gcs_bucket: str) -> None:
    blob = gcs.bucket(gcs_bucket).blob(KEY)
    blob.metadata = {"cost-centre": "4711"}
    blob.upload_from_string(INVOICE)
    fetched = fetch(gcs, ObjectRef(gcs_bucket, KEY), LIMIT)
    assert fetched is not None
    assert fetched.ref == ObjectRef(gcs_bucket, KEY, blob.generation)
    assert fetched.document == Document.of(INVOICE, "Löhne März+1.xml")
    assert fetched.tags == {"cost-centre": "4711"}
    assert fetched.whole


def test_a_deleted_object_is_not_fetched(gcs: "Client", gcs_bucket: str) -> None:
    assert fetch(gcs, ObjectRef(gcs_bucket, KEY), LIMIT) is None


def test_a_replaced_object_is_not_fetched(gcs: "Client", gcs_bucket: str) -> None:
    first = upload(gcs, gcs_bucket, b"first")
    upload(gcs, gcs_bucket)
    assert fetch(gcs, first, LIMIT) is None


def test_an_object_at_the_limit_is_loaded(gcs: "Client", gcs_bucket: str) -> None:
    fetched = fetch(gcs, upload(gcs, gcs_bucket), len(INVOICE))
    assert fetched is not None
    assert fetched.whole


@pytest.mark.parametrize("size", [0, 1, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 20_000_000])
def test_an_object_above_the_limit_is_hashed_to_its_last_byte(gcs: "Client", gcs_bucket: str, size: int) -> None:
    content = b"x" * size + b"the end"
    fetched = fetch(gcs, upload(gcs, gcs_bucket, content), limit=0)
    assert fetched is not None
    assert (fetched.document.id, fetched.document.content) == (Document.of(content).id, b"")
    assert not fetched.whole


def test_a_bucket_that_does_not_exist_is_as_if_the_object_were_deleted(gcs: "Client") -> None:
    """Cloud Storage answers 404 for both; the store reports a missing bucket of its own."""
    assert fetch(gcs, ObjectRef("no-such-bucket-anywhere", KEY), LIMIT) is None
