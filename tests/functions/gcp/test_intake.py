"""Documents of events on their way into the pipeline."""

import json
from typing import TYPE_CHECKING

import pytest

from invoicy.documents.document import Document
from invoicy.errors import TemporaryFaultError
from invoicy.pipeline import Pipeline, reader
from invoicy.ports import DocumentStore
from invoicy.readings.reading import Status
from invoicy.storage import upload_key
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.pub_sub import DocumentMessage
from invoicy_gcp.intake import Intake
from invoicy_gcp.store import GcsStore
from tests.fakes.faults import FaultyStore, Trouble
from tests.fakes.publisher import ListPublisher
from tests.functions.gcp.conftest import KEY, keys_in, upload
from tests.memory_pipeline import INVOICE, MemoryPipeline

if TYPE_CHECKING:
    from google.cloud.storage import Client

ID = Document.of(INVOICE).id
FOLDER = f"readings/acme/{ID}"


def intake(memory: MemoryPipeline, client: "Client") -> Intake:
    return Intake(pipeline=memory.pipeline(), client=client, tenant="acme")


def intake_with(store: DocumentStore, client: "Client") -> Intake:
    pipeline = Pipeline(store=store, publisher=ListPublisher(), version="1.0", read=reader())
    return Intake(pipeline=pipeline, client=client, tenant="acme")


def test_an_uploaded_object_is_read_with_its_generation_and_metadata_as_origin(gcs: "Client", gcs_bucket: str) -> None:
    memory = MemoryPipeline()
    blob = gcs.bucket(gcs_bucket).blob(KEY)
    blob.metadata = {"cost-centre": "4711"}
    blob.upload_from_string(INVOICE)
    intake(memory, gcs).take(ObjectRef(gcs_bucket, KEY))
    (origin,) = (json.loads(memory.store.objects[key]) for key in memory.store.keys(f"{FOLDER}/sources"))
    assert origin["origin"] == f"gs://{gcs_bucket}/{KEY}#{blob.generation}"
    assert origin["tags"] == {"cost-centre": "4711"}
    assert memory.readings() == [f"{FOLDER}/1.0.json"]


def test_the_document_of_a_message_is_read_and_stored(gcs: "Client") -> None:
    memory = MemoryPipeline()
    intake(memory, gcs).take(DocumentMessage("pubsub:s/1", "a.xml", INVOICE))
    assert memory.store.objects[f"documents/acme/{ID}"] == INVOICE
    assert memory.readings() == [f"{FOLDER}/1.0.json"]


def test_an_object_above_the_limit_is_stored_as_rejected_under_the_id_of_all_its_bytes(
    gcs: "Client", gcs_bucket: str
) -> None:
    memory = MemoryPipeline()
    small = Intake(pipeline=memory.pipeline(), client=gcs, tenant="acme", limit=len(INVOICE) - 1)
    receipt = small.take(upload(gcs, gcs_bucket))
    assert receipt is not None
    reading = receipt.reading
    assert (reading.id, reading.name, reading.media_type) == (ID, "Löhne März+1.xml", "application/xml")
    assert (reading.status, reading.findings[0].rule) == (Status.REJECTED, "INVOICY-TOO-LARGE")


def test_an_object_at_a_signed_url_belongs_to_the_tenant_that_requested_the_url(gcs: "Client", gcs_bucket: str) -> None:
    memory = MemoryPipeline()
    key = upload_key("bolt", "0" * 32, "a.xml")
    intake(memory, gcs).take(upload(gcs, gcs_bucket, key=key))
    assert memory.readings() == [f"readings/bolt/{ID}/1.0.json"]


def test_a_deleted_object_is_not_read(gcs: "Client", gcs_bucket: str) -> None:
    memory = MemoryPipeline()
    assert intake(memory, gcs).take(ObjectRef(gcs_bucket, KEY)) is None
    assert memory.store.objects == {}


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("call", range(3), ids=["origin", "look", "reading"])
def test_the_next_delivery_completes_one_that_lost_a_call_on_the_store(
    gcs: "Client", gcs_bucket: str, call: int, late: bool
) -> None:
    ref = upload(gcs, gcs_bucket)
    trouble = Trouble(call, TemporaryFaultError("connection reset"), late=late)
    faulty = intake_with(FaultyStore(GcsStore(gcs, gcs_bucket), trouble), gcs)
    with pytest.raises(TemporaryFaultError):
        faulty.take(ref)
    receipt = faulty.take(ref)
    assert receipt is not None
    assert keys_in(gcs, gcs_bucket) == {KEY, receipt.key, *GcsStore(gcs, gcs_bucket).keys(f"{FOLDER}/sources")}
