"""Traces and metrics: none unless the environment says where to, and nothing of a document in them."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest

from invoicy.errors import SettingsError, TemporaryFaultError
from invoicy.pipeline import reader
from invoicy_gcp.telemetry import ServicePipeline, observe
from tests.fakes.faults import FaultyStore, Trouble
from tests.memory_pipeline import MemoryPipeline, incoming_document
from tests.requirements import ROOT

ONE_DOCUMENT = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from invoicy.documents.document import Document
from invoicy.errors import TemporaryFaultError
from invoicy.local.store import FolderStore
from invoicy.pipeline import IncomingDocument, NullPublisher, reader
from invoicy.storage import Origin
from invoicy_gcp.telemetry import ServicePipeline, observe, request_of
from tests.memory_pipeline import INVOICE

class Silent:
    def publish(self, event):
        raise TemporaryFaultError("not now")

observe(os.environ)
store = FolderStore(Path(sys.argv[1]))
origin = Origin(uri="gs://b/Muster.xml", name="Muster.xml", received=datetime.now(UTC))
incoming = IncomingDocument(document=Document.of(INVOICE, "Muster.xml"), tenant="acme", origin=origin)
good = ServicePipeline(store=store, publisher=NullPublisher(), version="1.0", read=reader(), seconds=30)
bad = ServicePipeline(store=store, publisher=Silent(), version="1.0", read=reader(), seconds=30)
with request_of([("Traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]):
    good.process(incoming)
    try:
        bad.process(incoming)
    except TemporaryFaultError:
        pass
    good.process(IncomingDocument(document=Document.of(b"large"), tenant="acme", origin=origin, whole=False))
"""


def told_by(folder: Path, **environment: str) -> str:
    """The console output of a process that reads a document."""
    command = [sys.executable, "-c", ONE_DOCUMENT, str(folder)]
    told = subprocess.run(command, env=os.environ | environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return told.stdout


def values_in(text: str) -> list[dict[str, Any]]:
    """The JSON values that stand in a text one after the other."""
    decoder, found, rest = json.JSONDecoder(), [], text.strip()
    while rest:
        value, end = decoder.raw_decode(rest)
        found.append(value)
        rest = rest[end:].strip()
    return found


def test_a_document_is_one_span_in_the_trace_of_its_request(tmp_path: Path) -> None:
    spans = values_in(told_by(tmp_path, OTEL_TRACES_EXPORTER="console"))
    assert [span["name"] for span in spans] == ["invoicy.document"] * 3
    assert {span["context"]["trace_id"] for span in spans} == {"0x0af7651916cd43dd8448eb211c80319c"}
    assert {span["parent_id"] for span in spans} == {"0xb7ad6b7169203331"}
    statuses = [(span["status"]["status_code"], span["attributes"].get("invoicy.status")) for span in spans]
    assert statuses == [("UNSET", "accepted"), ("ERROR", None), ("UNSET", "rejected")]


def test_documents_seconds_and_faults_are_counted(tmp_path: Path) -> None:
    (told,) = values_in(told_by(tmp_path, OTEL_METRICS_EXPORTER="console"))
    metrics = {
        metric["name"]: metric["data"]["data_points"]
        for scope in told["resource_metrics"][0]["scope_metrics"]
        for metric in scope["metrics"]
    }
    assert {point["attributes"]["status"]: point["value"] for point in metrics["invoicy.documents"]} == {
        "accepted": 1,
        "rejected": 1,
    }
    assert [point["attributes"] for point in metrics["invoicy.faults"]] == [
        {"fault": "TemporaryFaultError", "retryable": True}
    ]
    assert sum(point["count"] for point in metrics["invoicy.document.duration"]) == 2


def test_nothing_of_a_document_is_told(tmp_path: Path) -> None:
    told = told_by(tmp_path, OTEL_TRACES_EXPORTER="console", OTEL_METRICS_EXPORTER="console")
    for content in ("Muster", "R-1", "119.00"):
        assert content not in told


class Collector(BaseHTTPRequestHandler):
    """Takes what is sent by OTLP."""

    taken: ClassVar[dict[str, bytes]] = {}

    def do_POST(self) -> None:
        self.taken[self.path] = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


def test_where_an_endpoint_is_named_traces_and_metrics_go_there(tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Collector) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        told_by(
            tmp_path,
            OTEL_EXPORTER_OTLP_ENDPOINT=f"http://127.0.0.1:{server.server_port}",
            OTEL_EXPORTER_OTLP_COMPRESSION="none",
        )
        server.shutdown()
    assert b"invoicy.document" in Collector.taken["/v1/traces"]
    assert b"invoicy.documents" in Collector.taken["/v1/metrics"]


def test_where_nothing_is_said_nothing_is_told(tmp_path: Path) -> None:
    assert told_by(tmp_path) == ""


def test_a_fault_comes_through_as_it_was() -> None:
    memory, trouble = MemoryPipeline(), Trouble(0, TemporaryFaultError("SlowDown"))
    store = FaultyStore(memory.store, trouble)
    pipeline = ServicePipeline(store=store, publisher=memory.publisher, version="1.0", read=reader(), seconds=30)
    with pytest.raises(TemporaryFaultError, match="SlowDown"):
        pipeline.process(incoming_document())
    assert pipeline.process(incoming_document()).created


@pytest.mark.parametrize("variable", ["OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER"])
def test_a_place_that_there_is_not_is_said(variable: str) -> None:
    with pytest.raises(SettingsError, match=f"{variable} is wrong: 'jaeger' is none of otlp, console, none"):
        observe({variable: "jaeger"})
