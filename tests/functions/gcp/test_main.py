"""One image, the command chooses: each command as a process of its own."""

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
from infra.gcp.emulator import free_port, wait_for

from invoicy_gcp.__main__ import main
from tests.functions.gcp.conftest import names_in, recorded, uploaded
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client

COMMAND = (sys.executable, "-m", "invoicy_gcp")


@contextmanager
def running(name: str) -> Iterator[str]:
    """The service's URL; stopped as Cloud Run stops it, and well."""
    port = free_port()
    with subprocess.Popen((*COMMAND, name), env=os.environ | {"PORT": str(port)}) as process:
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
        assert process.wait(30) in {0, -signal.SIGTERM}  # uvicorn tidies up, then ends as it was told


def answer(request: Request) -> int:
    try:
        with urlopen(request, timeout=30) as response:  # noqa: S310  a URL of this test
            return int(response.status)
    except HTTPError as error:
        return error.code


@pytest.mark.parametrize(
    ("command", "event"), [("bucket", "gcs_finalized_structured"), ("messages", "pubsub_push_notification")]
)
def test_a_service_takes_its_events_and_stops_when_told(gcs: "Client", bucket: str, command: str, event: str) -> None:
    request = recorded(event, uploaded(gcs, bucket))
    with running(command) as url:
        body = json.dumps(request.body).encode()
        assert answer(Request(url, body, request.headers)) in {200, 204}  # noqa: S310  a URL of this test
    assert len(names_in(gcs, bucket)) == 3


def test_the_http_service_takes_documents_and_stops_when_told(gcs: "Client", bucket: str) -> None:
    with running("http") as url:
        assert answer(Request(f"{url}/v1/documents", INVOICE)) == 201  # noqa: S310  a URL of this test
    assert len(names_in(gcs, bucket)) == 3


def test_a_command_that_there_is_not_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["mail"])
    assert ended.value.code == 2
    assert "choose from bucket, messages, http, archive" in capsys.readouterr().err


def test_a_job_ends_with_what_it_came_to(gcs: "Client", bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    uploaded(gcs, bucket, name="in/a.xml")
    monkeypatch.setenv("INVOICY_ARCHIVE", f"gs://{bucket}/in/")
    with pytest.raises(SystemExit) as ended:
        main(["archive"])
    assert ended.value.code == 0
