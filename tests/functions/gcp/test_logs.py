"""Log lines for Cloud Logging."""

import json
import logging
from typing import Any

import pytest

from invoicy.documents.document import Document
from invoicy.errors import TemporaryFaultError
from invoicy_gcp.logs import CloudRunFormatter, start_logging
from invoicy_gcp.telemetry.tracing import request_trace
from tests.functions.gcp.conftest import post_event, upload
from tests.memory_pipeline import INVOICE

TRACE_ID, SPAN_ID = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
HEADERS = {"traceparent": f"00-{TRACE_ID}-{SPAN_ID}-01"}
SECRET = "IBAN DE02120300000000202051"  # noqa: S105  content of a document


def line_of(record: logging.LogRecord, project: str = "demo") -> dict[str, Any]:
    line: dict[str, Any] = json.loads(CloudRunFormatter(project).format(record))
    return line


def record_of(error: BaseException | None = None) -> logging.LogRecord:
    information = None if error is None else (type(error), error, error.__traceback__)
    return logging.LogRecord("invoicy.x", logging.WARNING, "x.py", 1, "%s: Löhne\nzwei", ("a",), information)


def test_a_line_is_json_with_severity_and_trace() -> None:
    with request_trace(HEADERS.items()):
        line = line_of(record_of())
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "severity": "WARNING",
        "message": "a: Löhne\nzwei",
        "logger": "invoicy.x",
        "logging.googleapis.com/trace": f"projects/demo/traces/{TRACE_ID}",
        "logging.googleapis.com/spanId": SPAN_ID,
        "logging.googleapis.com/trace_sampled": True,
    }


def test_outside_a_request_or_a_project_a_line_has_no_trace() -> None:
    assert "logging.googleapis.com/trace" not in line_of(record_of())
    with request_trace(HEADERS.items()):
        assert "logging.googleapis.com/trace" not in line_of(record_of(), project="")


def test_a_line_has_class_and_place_of_an_error_and_the_messages_of_our_own_errors() -> None:
    def fail() -> None:
        try:
            int(SECRET)
        except ValueError as error:
            raise TemporaryFaultError("The bucket is slow.") from error

    with pytest.raises(TemporaryFaultError) as raised:
        fail()
    stack = line_of(record_of(raised.value))["stack_trace"]
    assert "ValueError\n" in stack
    assert "TemporaryFaultError: The bucket is slow.\n" in stack
    assert "in fail" in stack
    assert SECRET not in stack


def test_a_document_is_one_line_with_its_id_and_trace_and_without_its_content(
    gcs: Any, bucket: str, bucket_service: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "demo")
    assert post_event(bucket_service, "gcs_finalized_binary", upload(gcs, bucket)) == 200
    text = capsys.readouterr().out
    (line,) = (json.loads(line) for line in text.splitlines())
    fields = (line["message"], line["document"], line["status"])
    assert fields == ("document stored", Document.of(INVOICE).id, "accepted")
    assert line["logging.googleapis.com/trace"] == f"projects/demo/traces/{TRACE_ID}"
    for content in ("Muster GmbH", "R-1", "119.00"):
        assert content not in text


def test_a_wrong_setting_is_logged_with_the_trace_of_the_request(
    gcs: Any, bucket: str, bucket_service: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "demo")
    monkeypatch.setenv("INVOICY_PROFILE", "none")
    assert post_event(bucket_service, "gcs_finalized_binary", upload(gcs, bucket)) == 500
    (line,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (line["severity"], "INVOICY_PROFILE must be auto" in line["message"]) == ("ERROR", True)
    assert line["logging.googleapis.com/trace"] == f"projects/demo/traces/{TRACE_ID}"


def test_lines_of_other_libraries_have_the_same_format(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging("demo")
    logging.getLogger("urllib3").warning("careful")
    assert json.loads(capsys.readouterr().out)["message"] == "careful"
