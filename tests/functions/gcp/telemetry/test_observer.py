"""Log lines, spans and metrics of documents."""

import json
import logging
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from msgspec import structs

from invoicy.errors import TemporaryFaultError
from invoicy.pipeline import Stage
from invoicy_gcp.telemetry.observer import CloudRunObserver
from tests.functions.gcp.telemetry.process import output_of
from tests.memory_pipeline import MemoryPipeline, incoming_document

TRACE_ID, PARENT_ID = "0x0af7651916cd43dd8448eb211c80319c", "0xb7ad6b7169203331"


def json_values(text: str) -> list[dict[str, Any]]:
    """Parse JSON values that follow each other in a text."""
    decoder, values, rest = json.JSONDecoder(), [], text.strip()
    while rest:
        value, end = decoder.raw_decode(rest)
        values.append(value)
        rest = rest[end:].strip()
    return values


def test_each_document_is_a_span_in_the_trace_of_its_request(tmp_path: Path) -> None:
    spans = json_values(output_of(tmp_path, OTEL_TRACES_EXPORTER="console"))
    documents = [span for span in spans if span["name"] == "invoicy.document"]
    assert {span["context"]["trace_id"] for span in spans} == {TRACE_ID}
    assert {span["parent_id"] for span in documents} == {PARENT_ID}
    statuses = [(span["status"]["status_code"], span["attributes"].get("invoicy.status")) for span in documents]
    assert statuses == [("UNSET", "accepted"), ("ERROR", None), ("UNSET", "rejected")]


def test_each_stage_is_a_span_of_its_document(tmp_path: Path) -> None:
    spans = json_values(output_of(tmp_path, OTEL_TRACES_EXPORTER="console"))
    first = next(span for span in spans if span["name"] == "invoicy.document")
    stages = [span["name"] for span in spans if span["parent_id"] == first["context"]["span_id"]]
    assert stages == ["invoicy.fetch", "invoicy.store", "invoicy.read", "invoicy.store", "invoicy.publish"]


def test_documents_seconds_and_faults_are_counted(tmp_path: Path) -> None:
    (exported,) = json_values(output_of(tmp_path, OTEL_METRICS_EXPORTER="console"))
    metrics = {
        metric["name"]: metric["data"]["data_points"]
        for scope in exported["resource_metrics"][0]["scope_metrics"]
        for metric in scope["metrics"]
    }
    documents = {point["attributes"]["status"]: point["value"] for point in metrics["invoicy.documents"]}
    assert documents == {"accepted": 1, "rejected": 1}
    assert [point["attributes"] for point in metrics["invoicy.faults"]] == [
        {"stage": "publish", "fault": "TemporaryFaultError", "retryable": True}
    ]
    assert sum(point["count"] for point in metrics["invoicy.document.duration"]) == 2


def test_nothing_of_a_document_is_exported(tmp_path: Path) -> None:
    exported = output_of(tmp_path, OTEL_TRACES_EXPORTER="console", OTEL_METRICS_EXPORTER="console")
    for content in ("Muster", "R-1", "119.00", "not now"):
        assert content not in exported


def messages_in(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "invoicy.gcp"]


def test_a_document_is_one_log_line(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "invoicy.gcp")
    pipeline = structs.replace(MemoryPipeline().pipeline(), observer=CloudRunObserver())
    for _ in range(2):
        pipeline.process(incoming_document())
    assert messages_in(caplog) == ["document stored", "document stored before"]


def test_a_fault_is_raised_to_the_caller() -> None:
    with pytest.raises(TemporaryFaultError, match="SlowDown"), CloudRunObserver().stage(Stage.STORE):
        raise TemporaryFaultError("SlowDown")


def test_threads_observe_their_own_documents(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "invoicy.gcp")
    pipeline = structs.replace(MemoryPipeline().pipeline(), observer=CloudRunObserver())
    documents = [incoming_document(b"<!-- %d -->" % number) for number in range(8)]
    threads = [Thread(target=pipeline.process, args=(document,)) for document in documents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ids = {vars(record)["document"] for record in caplog.records if record.name == "invoicy.gcp"}
    assert ids == {document.document.id for document in documents}
