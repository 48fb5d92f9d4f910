"""The answers of the service for uploads when something fails."""

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.errors import InvoicyError, TemporaryFaultError
from invoicy_gcp.store import GcsStore
from tests.fakes.faults import FaultyStore, Trouble
from tests.functions.gcp.conftest import names_in, told, uploaded

if TYPE_CHECKING:
    from google.cloud.storage import Client

EVENT = "gcs_finalized_binary"


def test_a_wrong_setting_is_answered_500_so_that_the_event_comes_again(
    gcs: "Client", bucket: str, bucket_service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = uploaded(gcs, bucket)
    monkeypatch.setenv("INVOICY_BUCKET", f"no-such-{bucket}")
    assert told(bucket_service, EVENT, upload) == 500


FAULTS: dict[str, tuple[Exception, int]] = {
    "passing": (TemporaryFaultError("SlowDown"), 503),
    "to be mended": (InvoicyError("wrong"), 500),
    "defect": (KeyError("a defect"), 500),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_answered_5xx_and_the_next_delivery_brings_it_to_its_end(
    gcs: "Client", bucket: str, bucket_service: Any, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = uploaded(gcs, bucket)
    fault, status = FAULTS[kind]
    trouble = Trouble(1, fault)
    monkeypatch.setattr("invoicy_gcp.composition.GcsStore", lambda *place: FaultyStore(GcsStore(*place), trouble))
    assert told(bucket_service, EVENT, upload) == status
    assert told(bucket_service, EVENT, upload) == 200
    assert len(names_in(gcs, bucket)) == 3


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(3), ids=["source", "look", "reading"])
def test_whichever_call_on_the_store_is_lost_the_next_delivery_brings_it_to_its_end(
    gcs: "Client", bucket: str, bucket_service: Any, at: int, late: bool
) -> None:
    upload = uploaded(gcs, bucket)
    trouble = Trouble(at, ConnectionResetError(), late=late)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("invoicy_gcp.composition.GcsStore", lambda *place: FaultyStore(GcsStore(*place), trouble))
        assert told(bucket_service, EVENT, upload) == 500
        assert told(bucket_service, EVENT, upload) == 200
    assert len(names_in(gcs, bucket)) == 3


def test_what_is_not_done_in_time_is_given_back(
    gcs: "Client", bucket: str, bucket_service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload, stuck = uploaded(gcs, bucket), Event()
    monkeypatch.setenv("INVOICY_DEADLINE_SECONDS", "1")

    class StuckStore(GcsStore):
        def get(self, key: str) -> bytes | None:
            stuck.wait(30)
            return super().get(key)

    monkeypatch.setattr("invoicy_gcp.composition.GcsStore", StuckStore)
    assert told(bucket_service, EVENT, upload) == 503
    stuck.set()


def test_what_is_no_cloud_event_is_refused(bucket: str, bucket_service: Any) -> None:
    assert bucket_service.post("/", json={}).status_code == 400
    assert bucket
