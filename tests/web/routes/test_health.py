"""The state of the service."""

import pytest
from fastapi.testclient import TestClient

from invoicy.errors import TemporaryFaultError
from invoicy.pipeline import Pipeline, reader
from tests.fakes.faults import FaultyStore, Trouble
from tests.memory_pipeline import MemoryPipeline
from tests.web.service import client_of


def test_the_service_reports_that_it_is_alive_and_ready_and_its_version(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOICY_REVISION", "1a2b3c")
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}
    assert client.get("/version").json() == {"version": "1.2", "revision": "1a2b3c"}


def test_a_service_without_its_store_is_alive_but_not_ready(memory: MemoryPipeline) -> None:
    store = FaultyStore(memory.store, Trouble(0, TemporaryFaultError("gone")))
    client = client_of(Pipeline(store=store, publisher=memory.publisher, version="1.2", read=reader()))
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
