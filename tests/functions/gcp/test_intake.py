"""Uploads, fetched and brought into the pipeline."""

from typing import TYPE_CHECKING

import pytest

from invoicy.documents.document import Document
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.readings.reading import Status
from invoicy.storage import upload_key
from invoicy_gcp.events import Upload
from invoicy_gcp.intake import Intake
from tests.functions.gcp.conftest import NAME, uploaded
from tests.memory_pipeline import INVOICE, MemoryPipeline

if TYPE_CHECKING:
    from google.cloud.storage import Client

ID = Document.of(INVOICE).id
SOURCES = f"readings/acme/{ID}/sources"


def intake(memory: MemoryPipeline, client: "Client", limit: int = MAX_DOCUMENT_BYTES) -> Intake:
    return Intake(pipeline=memory.pipeline(), client=client, tenant="acme", limit=limit)


def test_what_is_too_large_is_stored_as_rejected_under_the_id_of_all_its_bytes(gcs: "Client", gcs_bucket: str) -> None:
    memory = MemoryPipeline()
    uploaded(gcs, gcs_bucket)
    receipt = intake(memory, gcs, len(INVOICE) - 1).take(Upload(gcs_bucket, NAME))
    assert receipt is not None
    reading = receipt.reading
    assert (reading.id, reading.name, reading.media_type) == (ID, "Löhne März+1.xml", "application/xml")
    assert (reading.status, reading.findings[0].rule) == (Status.REJECTED, "INVOICY-TOO-LARGE")
    assert memory.readings() == [f"readings/acme/{ID}/1.0.json"]


def test_what_is_as_large_as_can_be_is_read(gcs: "Client", gcs_bucket: str) -> None:
    uploaded(gcs, gcs_bucket)
    receipt = intake(MemoryPipeline(), gcs, len(INVOICE)).take(Upload(gcs_bucket, NAME))
    assert receipt is not None
    assert receipt.reading.status is Status.ACCEPTED


@pytest.mark.parametrize("size", [0, 1, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 20_000_000])
def test_of_what_is_too_large_every_byte_counts(gcs: "Client", gcs_bucket: str, size: int) -> None:
    content = b"x" * size + b"the end"
    uploaded(gcs, gcs_bucket, content)
    receipt = intake(MemoryPipeline(), gcs, limit=0).take(Upload(gcs_bucket, NAME))
    assert receipt is not None
    assert receipt.reading.id == Document.of(content).id


def test_what_the_sender_noted_stands_beside_the_reading(gcs: "Client", gcs_bucket: str) -> None:
    memory = MemoryPipeline()
    blob = gcs.bucket(gcs_bucket).blob(NAME)
    blob.metadata = {"cost-centre": "4711"}
    blob.upload_from_string(INVOICE)
    intake(memory, gcs).take(Upload(gcs_bucket, NAME))
    (source,) = (memory.store.objects[key] for key in memory.store.keys(SOURCES))
    assert b'"tags":{"cost-centre":"4711"}' in source
    assert f'"origin":"gs://{gcs_bucket}/{NAME}"'.encode() in source


def test_what_was_sent_to_a_signed_address_belongs_to_who_asked_for_it(gcs: "Client", gcs_bucket: str) -> None:
    memory = MemoryPipeline()
    key = upload_key("bolt", "0" * 32, "a.xml")
    uploaded(gcs, gcs_bucket, name=key)
    intake(memory, gcs).take(Upload(gcs_bucket, key))
    assert memory.readings() == [f"readings/bolt/{ID}/1.0.json"]


def test_nothing_told_is_nothing_read(gcs: "Client") -> None:
    memory = MemoryPipeline()
    assert intake(memory, gcs).take(None) is None
    assert memory.store.objects == {}
