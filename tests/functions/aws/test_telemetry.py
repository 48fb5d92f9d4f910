"""Logs and metrics are enough to run the functions and hold nothing from documents."""

import json
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.document import Document
from invoicy.reading import Reading
from invoicy_aws import http
from invoicy_aws.bucket import handler
from invoicy_aws.costs import cost_of_document
from invoicy_aws.observed import ObservedPipeline
from invoicy_aws.publisher import NobodyListens
from invoicy_aws.store import S3Store
from invoicy_aws.telemetry import invocation
from tests.functions.aws.conftest import Recorded
from tests.functions.aws.sample_events import ID, KEY, Context
from tests.house import INVOICE, delivery

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

CONTENT = ("Muster GmbH", "119.00")


@pytest.fixture
def lines(s3: "S3Client", bucket: str, recorded: Recorded, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """The output of one call of the function."""
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    handler(recorded("s3_put"), Context())
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_log_names_document_call_and_stages(lines: list[dict[str, Any]]) -> None:
    (line,) = (line for line in lines if line.get("message") == "document stored")
    assert (line["document"], line["status"]) == (ID, "accepted")
    assert line["function_request_id"] == Context.aws_request_id
    assert isinstance(line["cold_start"], bool)
    assert list(line["stages"]) == ["fetch", "store", "read", "publish"]


def test_the_library_logs_in_the_same_way(lines: list[dict[str, Any]]) -> None:
    (line,) = (line for line in lines if line.get("message") == f"document {ID}: accepted, read")
    assert line["function_request_id"] == Context.aws_request_id


def test_the_metrics_count_documents_by_status_with_time_pages_and_cost(lines: list[dict[str, Any]]) -> None:
    (line,) = (line for line in lines if "_aws" in line)
    (metrics,) = line["_aws"]["CloudWatchMetrics"]
    assert metrics["Namespace"] == "Invoicy"
    assert {"service", "status"} == set(metrics["Dimensions"][0])
    assert {each["Name"] for each in metrics["Metrics"]} == {"Documents", "Seconds", "Pages", "EstimatedCost"}
    assert (line["status"], line["document"], line["Documents"]) == ("accepted", ID, [1.0])


def test_nothing_of_what_a_document_says_is_logged(
    recorded: Recorded, capsys: pytest.CaptureFixture[str], lines: list[dict[str, Any]]
) -> None:
    said = json.dumps(lines)
    event = recorded("http_function_url")
    event |= {"body": INVOICE.decode(), "isBase64Encoded": False}
    http.handler(event, Context())
    said += capsys.readouterr().out
    assert ID in said
    assert not [value for value in CONTENT if value in said]


def test_a_defect_is_told_without_the_values_it_met(
    s3: "S3Client", bucket: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: Document) -> Reading:
        raise ValueError(f"no such date: {CONTENT[0]}")

    pipeline = ObservedPipeline.on(S3Store(s3, bucket), NobodyListens(), "1.0", broken)
    with invocation(Context()):
        receipt = pipeline.process(delivery())
    assert receipt.reading.findings[0].rule == "INVOICY-INTERNAL-ERROR"
    said = capsys.readouterr().out
    assert "ValueError" in said
    assert "in broken" in said
    assert CONTENT[0] not in said


def test_a_second_of_a_gigabyte_costs_what_the_price_list_says() -> None:
    per_thousand = 1_000 * cost_of_document(seconds=1.0, megabytes=1024)
    assert per_thousand == pytest.approx(0.0166667 + 0.0002 + 0.0012 + 0.01 + 0.001)
