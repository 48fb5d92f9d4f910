"""One image for every service and job: each command as a process of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner
from infra.gcp.emulator import free_port, wait_for

from invoicy_gcp.__main__ import main
from tests.functions.gcp.conftest import keys_in, recorded, upload
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client

COMMAND = (sys.executable, "-m", "invoicy_gcp")


@contextmanager
def running(name: str) -> Iterator[str]:
    """Start the service and yield its URL; stop it as Cloud Run does."""
    port = free_port()
    with subprocess.Popen((*COMMAND, name), env=os.environ | {"PORT": str(port)}) as process:
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
        assert process.wait(30) in {0, -signal.SIGTERM}  # uvicorn shuts down, then ends by the signal


def answer(request: Request) -> int:
    try:
        with urlopen(request, timeout=30) as response:  # noqa: S310  a URL of this test
            return int(response.status)
    except HTTPError as error:
        return error.code


@pytest.mark.parametrize(
    ("command", "event"), [("bucket", "gcs_finalized_structured"), ("messages", "pubsub_push_notification")]
)
def test_a_service_reads_its_event_and_stops_at_the_signal(
    gcs: "Client", bucket: str, command: str, event: str
) -> None:
    request = recorded(event, upload(gcs, bucket))
    with running(command) as url:
        body = json.dumps(request.body).encode()
        assert answer(Request(url, body, request.headers)) in {200, 204}  # noqa: S310  a URL of this test
    assert len(keys_in(gcs, bucket)) == 3


def test_the_http_service_reads_documents_and_stops_at_the_signal(gcs: "Client", bucket: str) -> None:
    with running("http") as url:
        assert answer(Request(f"{url}/v1/documents", INVOICE)) == 201  # noqa: S310  a URL of this test
    assert len(keys_in(gcs, bucket)) == 3


def test_an_unknown_command_is_reported_with_exit_code_2() -> None:
    result = CliRunner().invoke(main, ["mail"])
    assert result.exit_code == 2
    assert "'mail' is not one of 'http', 'messages', 'bucket', 'archive'" in result.output


def test_a_missing_setting_is_one_sentence_with_exit_code_1() -> None:
    done = subprocess.run((*COMMAND, "http"), capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "Error: INVOICY_BUCKET is missing: the GCS bucket of the readings.\n")


def test_the_job_ends_with_the_exit_code_of_its_task(
    gcs: "Client", bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(gcs, bucket, key="in/a.xml")
    monkeypatch.setenv("INVOICY_ARCHIVE", f"gs://{bucket}/in/")
    assert CliRunner().invoke(main, ["archive"]).exit_code == 0
    monkeypatch.setenv("CLOUD_RUN_TASK_INDEX", "4")
    assert CliRunner().invoke(main, ["archive"]).exit_code == 1
