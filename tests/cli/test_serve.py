"""invoicy serve as a user types it."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from invoicy import read
from tests.requirements import SAMPLES

DOCUMENT = SAMPLES / "ubl-invoice.xml"
MAIN = [sys.executable, "-c", "from invoicy.cli import main; main()", "serve"]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """URL of a service on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*MAIN, "--port", str(port), "--store", str(tmp_path / "store")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as service:
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            service.terminate()


def _wait_for(url: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  an address of our own
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the service did not start in 20 seconds")


def test_a_document_is_read_over_http_and_stands_in_the_folder(address: str, tmp_path: Path) -> None:
    request = urllib.request.Request(f"{address}/v1/documents?name={DOCUMENT.name}", DOCUMENT.read_bytes())  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  an address of our own
        text = answer.read().decode()
    assert text == read(DOCUMENT).to_json()
    (stored,) = (tmp_path / "store").glob("readings/default/*/*.json")
    assert stored.read_text() == text
    assert stored.parent.name == json.loads(text)["id"]


def test_without_the_extra_the_cure_is_said() -> None:
    program = "import sys; sys.modules['uvicorn'] = None\nfrom invoicy.cli import main; main()"
    ended = subprocess.run([sys.executable, "-c", program, "serve"], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "pip install 'invoicy[web]'" in ended.stderr
    assert "Traceback" not in ended.stderr
