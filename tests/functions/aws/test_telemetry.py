"""Logs and metrics are enough to run the functions and contain nothing from documents."""

import json
import os
import subprocess
import sys
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.documents.document import Document
from invoicy.pipeline import NullPublisher, Pipeline, Receipt, Stage
from invoicy.readings.reading import Reading
from invoicy_aws import http
from invoicy_aws.bucket import handler
from invoicy_aws.store import S3Store
from invoicy_aws.telemetry import LambdaObserver, metrics
from tests.functions.aws.conftest import Recorded
from tests.functions.aws.sample_events import ID, KEY, READING, Context, put_event
from tests.memory_pipeline import INVOICE, SAME_INVOICE, incoming_document
from tests.sample_readings import reading_of

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


def test_a_document_has_one_log_line(lines: list[dict[str, Any]]) -> None:
    assert [line["message"] for line in lines if "message" in line] == ["document stored"]


def test_the_time_of_a_failed_delivery_is_not_that_of_the_next_document(capsys: pytest.CaptureFixture[str]) -> None:
    observer = LambdaObserver()
    with observer.stage(Stage.FETCH):
        pass
    with pytest.raises(ValueError, match="no"), observer.stage(Stage.STORE):
        raise ValueError("no")
    for _ in range(2):
        with observer.stage(Stage.STORE):
            pass
    observer.done(Receipt(reading=reading_of(ID, "R-1", "119"), key=READING, created=True))
    metrics.clear_metrics()
    line = json.loads(capsys.readouterr().out.splitlines()[0])
    assert list(line["stages"]) == ["store"]


def test_the_time_of_a_deleted_object_is_not_that_of_the_next_document() -> None:
    observer = LambdaObserver(clock=count(step=10).__next__)
    for _ in range(2):
        with observer.stage(Stage.FETCH):
            pass
    observer.done(Receipt(reading=reading_of(ID, "R-1", "119"), key=READING, created=True))
    seconds = metrics.metric_set["Seconds"]["Value"]
    metrics.clear_metrics()
    assert seconds == [10.0]


TRACED = """
import os, socket
daemon = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
daemon.bind(("127.0.0.1", 0))
daemon.settimeout(5)
os.environ["AWS_XRAY_DAEMON_ADDRESS"] = "127.0.0.1:%d" % daemon.getsockname()[1]
from invoicy.pipeline import Stage
from invoicy_aws.telemetry import LambdaObserver
with LambdaObserver().stage(Stage.READ):
    pass
print(daemon.recv(65536).decode().partition("\\n")[2])
"""


def test_the_stages_of_a_sampled_call_are_subsegments_of_its_trace() -> None:
    root = "1-5759e988-bd862e3fe1be46a994272793"
    variables = {
        "LAMBDA_TASK_ROOT": "/var/task",
        "_X_AMZN_TRACE_ID": f"Root={root};Parent=53995c3f42cd8ad8;Sampled=1",
    }
    done = subprocess.run(
        (sys.executable, "-c", TRACED),
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert '"name": "## read"' in done.stdout.replace('":"', '": "')
    assert root in done.stdout


def test_the_metrics_count_documents_and_statuses_with_time_pages_and_cost(lines: list[dict[str, Any]]) -> None:
    line = next(line for line in lines if "Documents" in line)
    (written,) = line["_aws"]["CloudWatchMetrics"]
    assert (written["Namespace"], written["Dimensions"]) == ("Invoicy", [["service"]])
    names = {metric["Name"] for metric in written["Metrics"]}
    assert names == {"Documents", "Accepted", "Seconds", "Pages", "EstimatedCost"}
    assert (line["Documents"], line["Accepted"]) == ([1.0], [1.0])


def test_several_documents_in_a_call_are_one_line_with_a_value_for_each(
    s3: "S3Client", bucket: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in (("a.xml", INVOICE), ("b.xml", b"no invoice"), ("c.xml", SAME_INVOICE)):
        s3.put_object(Bucket=bucket, Key=name, Body=content)
    uploads = [(bucket, "a.xml"), (f"no-{bucket}", "x.xml"), (bucket, "b.xml"), (bucket, "c.xml")]
    records = [{"messageId": key, "body": json.dumps(put_event(name, key))} for name, key in uploads]
    handler({"Records": records}, Context())
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (line,) = (line for line in lines if "Documents" in line)
    counts = {name: line[name] for name in ("Documents", "Accepted", "Rejected", "Faults")}
    assert counts == {"Documents": [1.0] * 3, "Accepted": [1.0] * 2, "Rejected": [1.0], "Faults": [1.0]}
    assert len(line["Seconds"]) == 3


def test_a_repeat_is_counted_as_such(s3: "S3Client", bucket: str, capsys: pytest.CaptureFixture[str]) -> None:
    s3.put_object(Bucket=bucket, Key="a.xml", Body=INVOICE)
    for _ in range(2):
        handler(put_event(bucket, "a.xml"), Context())
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("Repeats") for line in lines if "Seconds" in line] == [None, [1.0]]


def test_a_call_without_a_document_writes_no_metrics(recorded: Recorded, capsys: pytest.CaptureFixture[str]) -> None:
    handler(recorded("s3_test"), Context())
    assert "Documents" not in capsys.readouterr().out


def test_a_call_without_a_document_gives_no_warning() -> None:
    code = "from invoicy_aws.telemetry import metrics; metrics.flush_metrics()"
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.usefixtures("event_loop")
def test_no_text_of_a_document_is_logged(
    recorded: Recorded, capsys: pytest.CaptureFixture[str], lines: list[dict[str, Any]]
) -> None:
    output = json.dumps(lines)
    event = recorded("http_function_url")
    event |= {"body": INVOICE.decode(), "isBase64Encoded": False}
    http.handler(event, Context())
    output += capsys.readouterr().out
    assert ID in output
    assert not [value for value in CONTENT if value in output]


def test_a_defect_is_logged_without_the_values_it_met(
    s3: "S3Client", bucket: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: Document) -> Reading:
        raise ValueError(f"no such date: {CONTENT[0]}")

    pipeline = Pipeline(
        store=S3Store(s3, bucket), publisher=NullPublisher(), version="1.0", read=broken, observer=LambdaObserver()
    )
    receipt = pipeline.process(incoming_document())
    metrics.clear_metrics()
    assert receipt.reading.findings[0].rule == "INVOICY-INTERNAL-ERROR"
    output = capsys.readouterr().out
    assert "ValueError" in output
    assert "in broken" in output
    assert CONTENT[0] not in output
