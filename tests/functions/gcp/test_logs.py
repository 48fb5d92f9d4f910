"""Log lines as Cloud Logging reads them."""

import json
import logging
from typing import Any

import pytest

from invoicy.errors import TemporaryFaultError
from invoicy_gcp.logs import CloudFormatter, Trace, listen, trace_in, traced
from tests.functions.gcp.conftest import told, uploaded

TRACE_ID, SPAN_ID = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
SECRET = "IBAN DE02120300000000202051"  # noqa: S105  nobody's, a document's


@pytest.mark.parametrize(
    ("headers", "trace"),
    [
        ({"traceparent": f"00-{TRACE_ID}-{SPAN_ID}-01"}, Trace(TRACE_ID, SPAN_ID, sampled=True)),
        ({"traceparent": f"00-{TRACE_ID}-{SPAN_ID}-00"}, Trace(TRACE_ID, SPAN_ID)),
        ({"traceparent": f"00-{TRACE_ID}-{SPAN_ID}-xx"}, Trace(TRACE_ID, SPAN_ID)),
        ({"x-cloud-trace-context": f"{TRACE_ID}/26;o=1"}, Trace(TRACE_ID, "000000000000001a", sampled=True)),
        ({"x-cloud-trace-context": f"{TRACE_ID}/26"}, Trace(TRACE_ID, "000000000000001a")),
        ({"x-cloud-trace-context": TRACE_ID}, None),
        ({"traceparent": "nonsense"}, None),
        ({}, None),
    ],
)
def test_the_trace_is_the_one_that_the_request_names(headers: dict[str, str], trace: Trace | None) -> None:
    assert trace_in(headers) == trace


def line_of(record: logging.LogRecord, project: str = "demo") -> dict[str, Any]:
    line: dict[str, Any] = json.loads(CloudFormatter(project).format(record))
    return line


def record_of(error: BaseException | None = None) -> logging.LogRecord:
    information = None if error is None else (type(error), error, error.__traceback__)
    return logging.LogRecord("invoicy.x", logging.WARNING, "x.py", 1, "%s: Löhne\nzwei", ("a",), information)


def test_a_line_is_json_with_severity_and_trace() -> None:
    with traced(Trace(TRACE_ID, SPAN_ID, sampled=True)):
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


def test_outside_a_request_and_outside_a_project_a_line_has_no_trace() -> None:
    assert "logging.googleapis.com/trace" not in line_of(record_of())
    with traced(Trace(TRACE_ID, SPAN_ID)):
        assert "logging.googleapis.com/trace" not in line_of(record_of(), project="")


def test_of_an_error_a_line_shows_class_and_place_and_only_of_ours_the_sentence() -> None:
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


def test_a_service_logs_a_document_by_its_id_within_its_trace_and_nothing_of_what_it_says(
    gcs: Any, bucket: str, bucket_service: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "demo")
    upload = uploaded(gcs, bucket)
    assert told(bucket_service, "gcs_finalized_binary", upload) == 200
    text = capsys.readouterr().out
    lines = [json.loads(line) for line in text.splitlines()]
    assert any("accepted, read" in line["message"] for line in lines)
    assert {line["logging.googleapis.com/trace"] for line in lines} == {f"projects/demo/traces/{TRACE_ID}"}
    for content in ("Muster GmbH", "R-1", "119.00"):
        assert content not in text


def test_what_goes_wrong_is_logged_within_the_trace_too(
    gcs: Any, bucket: str, bucket_service: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "demo")
    monkeypatch.setenv("INVOICY_PROFILE", "none")
    assert told(bucket_service, "gcs_finalized_binary", uploaded(gcs, bucket)) == 500
    (line,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (line["severity"], "INVOICY_PROFILE must be auto" in line["message"]) == ("ERROR", True)
    assert line["logging.googleapis.com/trace"] == f"projects/demo/traces/{TRACE_ID}"


def test_what_others_log_comes_out_the_same_way(capsys: pytest.CaptureFixture[str]) -> None:
    listen("demo")
    logging.getLogger("urllib3").warning("careful")
    assert json.loads(capsys.readouterr().out)["message"] == "careful"
