"""invoicy serve as a user types it."""

import json
import os
import re
import signal
import socket
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from subprocess import PIPE, Popen, run

import pytest

from invoicy import read
from invoicy.cli.installation.advice import how_to_get
from invoicy.documents.size_in_words import size_in_words
from tests.requirements import SAMPLES

DOCUMENT = SAMPLES / "ubl-invoice.xml"
MAIN = [sys.executable, "-c", "from invoicy.cli import main; main()", "serve"]


@contextmanager
def serving(store: Path, *options: str, **environment: str) -> Iterator[tuple[str, Popen[str]]]:
    """A service on a free port: its address as its own output names it, and its process."""
    command = [*MAIN, "--port", "0", "--store", str(store), *options]
    with Popen(command, stderr=PIPE, text=True, env={**os.environ, **environment}) as service:
        try:
            assert service.stderr is not None
            lines = [service.stderr.readline() for _ in range(2)]
            listening = re.match(
                r"Listening on (http://\S+) · try it(?: on this machine)?: curl .*--data-binary @invoice.pdf", lines[1]
            )
            assert listening, lines
            yield listening[1], service
        finally:
            service.terminate()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with serving(tmp_path / "store") as (address, _):
        yield address


def ended(*options: str, **environment: str) -> tuple[int, str]:
    """Exit code and output of a service that ends by itself."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("INVOICY_")}
    done = run([*MAIN, *options], capture_output=True, text=True, check=False, timeout=30, env={**known, **environment})
    return done.returncode, done.stderr


def test_a_document_is_read_over_http_and_its_reading_is_in_the_folder(address: str, tmp_path: Path) -> None:
    request = urllib.request.Request(f"{address}/v1/documents?name={DOCUMENT.name}", DOCUMENT.read_bytes())  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  an address of our own
        text = answer.read().decode()
    assert text == read(DOCUMENT).to_json()
    (stored,) = (tmp_path / "store").glob("readings/default/*/*.json")
    assert stored.read_text() == text
    assert stored.parent.name == json.loads(text)["id"]


def ask_for_a_websocket(address: str) -> None:
    connection = HTTPConnection(address.removeprefix("http://"), timeout=30)
    connection.request("GET", "/healthz", headers={"Connection": "Upgrade", "Upgrade": "websocket"})
    assert connection.getresponse().read() == b'{"status":"ok"}'
    connection.close()


def test_a_printable_line_of_the_log_for_each_document_and_no_other(tmp_path: Path) -> None:
    with serving(tmp_path / "store") as (address, service):
        for query in ("name=a%1B%5B31m%E2%80%AE.xml", "", "profile=peppol"):
            request = urllib.request.Request(f"{address}/v1/documents?{query}", DOCUMENT.read_bytes())  # noqa: S310
            urllib.request.urlopen(request, timeout=30).close()  # noqa: S310  an address of our own
        urllib.request.urlopen(f"{address}/healthz", timeout=30).close()  # noqa: S310  as above
        ask_for_a_websocket(address)
        service.send_signal(signal.SIGINT)
        assert service.stderr is not None
        lines = service.stderr.read().splitlines()
    assert service.returncode == 0
    about = f"document {sha256(DOCUMENT.read_bytes()).hexdigest()}, {size_in_words(DOCUMENT.stat().st_size)}, N ms"
    assert [re.sub(r"\d+ ms", "N ms", line.partition(" INFO    ")[2] or line) for line in lines] == [
        rf"accepted a\x1b[31m\u202e.xml, {about}",
        rf"accepted a\x1b[31m\u202e.xml, {about}, read before",
        f"accepted without a name, {about}, not stored",
        "Stopped.",
    ]


def test_a_port_in_use_is_reported_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, output = ended("--port", str(port), "--store", str(tmp_path))
    assert (code, output) == (
        1,
        f"invoicy: Port {port} is in use by another program; try --port {port + 1}.\n",
    )


@pytest.mark.parametrize("port", ["nonsense", "-1", "65536"])
def test_an_invalid_port_is_wrong_usage(tmp_path: Path, port: str) -> None:
    code, output = ended("--port", port, "--store", str(tmp_path))
    assert code == 2
    assert f"{port!r} is not a port. A port is a number from 0 to 65535." in output


def test_a_store_without_a_name_is_wrong_usage() -> None:
    code, output = ended("--port", "0", "--store", "")
    assert code == 2
    assert "Invalid value for '--store': the name of the folder is empty." in output


def test_a_store_that_cannot_be_created_is_reported_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for store in (Path("/proc/x"), tmp_path / "file" / "store"):
        code, output = ended("--port", "0", "--store", str(store))
        assert code == 1
        assert output.startswith(f"invoicy: {store} cannot be ")
        assert output.endswith("Choose another folder: --store DIR.\n")
        assert output.count("\n") == 1


def test_beyond_this_machine_it_asks_for_a_key(tmp_path: Path) -> None:
    code, output = ended("--host", "0.0.0.0", "--port", "0", "--store", str(tmp_path))  # noqa: S104  what is refused
    assert code == 2
    assert output.startswith(
        "invoicy: Listening on 0.0.0.0 needs a key, because other machines can reach this address."
    )
    assert output.count("\n") == 1


def test_where_everybody_is_let_in_it_listens_beyond_this_machine(tmp_path: Path) -> None:
    options = ("--host", "0.0.0.0")  # noqa: S104  what is tested
    with serving(tmp_path / "store", *options, INVOICY_AUTH="none") as (address, _):
        assert address.startswith("http://0.0.0.0:")
        urllib.request.urlopen(f"{address}/healthz", timeout=30).close()  # noqa: S310  an address of our own


def test_without_the_extra_the_command_that_installs_it_is_named() -> None:
    program = "import sys; sys.modules['uvicorn'] = None\nfrom invoicy.cli import main; main()"
    done = run([sys.executable, "-c", program, "serve"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"The HTTP app is not installed. {how_to_get('web')}" in done.stderr
    assert "Traceback" not in done.stderr
