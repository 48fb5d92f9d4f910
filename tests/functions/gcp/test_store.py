"""The store in a GCS bucket; tests/contracts tests the promises of a DocumentStore on it."""

from typing import TYPE_CHECKING

import pytest

from invoicy.errors import AccessRefusedError
from invoicy_gcp.store import GcsStore
from tests.functions.gcp.conftest import keys_in

if TYPE_CHECKING:
    from google.cloud.storage import Client


def test_a_second_create_leaves_the_generation_as_it_is(gcs: "Client", gcs_bucket: str) -> None:
    store = GcsStore(gcs, gcs_bucket)
    assert store.create("readings/a.json", b"first")
    generation = gcs.bucket(gcs_bucket).get_blob("readings/a.json").generation
    assert not store.create("readings/a.json", b"second")
    assert gcs.bucket(gcs_bucket).get_blob("readings/a.json").generation == generation


def test_a_probe_leaves_one_object_at_most(gcs: "Client", gcs_bucket: str) -> None:
    store = GcsStore(gcs, gcs_bucket)
    store.probe()
    store.probe()
    assert len(keys_in(gcs, gcs_bucket)) == 1


def test_a_bucket_that_does_not_exist_is_reported_by_its_name(gcs: "Client", gcs_bucket: str) -> None:
    with pytest.raises(AccessRefusedError, match=f"Access to the bucket no-such-{gcs_bucket} was denied"):
        GcsStore(gcs, f"no-such-{gcs_bucket}").probe()
