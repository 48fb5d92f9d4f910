"""The commands of docs/http.md do what the page shows."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest

from invoicy.settings import Settings
from invoicy.web.app import create_app
from invoicy.web.routes.upload_urls import uploads_router
from tests.memory_pipeline import MemoryPipeline
from tests.requirements import ROOT, SAMPLES

PAGE = (ROOT / "docs" / "http.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
# Each command with the output that the page shows for it.
COMMANDS = [part.split("\n", 1) for block in BLOCKS for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
MAIN = [sys.executable, "-c", "from invoicy.cli import main; main()", "serve", "--port", "0"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Host and port of a service."""
    store = tmp_path_factory.mktemp("store")
    with subprocess.Popen([*MAIN, "--store", str(store)], stderr=subprocess.PIPE, text=True) as service:
        assert service.stderr is not None
        lines = [service.stderr.readline() for _ in range(2)]
        yield lines[1].partition("http://")[2].partition(" ")[0]
        service.terminate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(SAMPLES / "hybrid-facturx-en16931.pdf", tmp_path / "invoice.pdf")
    shutil.copy(SAMPLES / "ubl-invoice.xml", tmp_path / "invoice.xml")
    return tmp_path


@pytest.mark.curl
def test_every_command_prints_what_the_page_shows(address: str, folder: Path) -> None:
    assert len(COMMANDS) == PAGE.count("\n$ curl") + PAGE.count("\n$ echo")
    for command, wanted in COMMANDS:
        line = command.replace("localhost:8000", address)
        done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        printed = done.stdout.replace("\r\n", "\n").strip() + "\n"
        assert OutputChecker().check_output(wanted, printed, ELLIPSIS), f"{command}\n{printed}"


def test_every_route_is_on_the_page() -> None:
    app = create_app(MemoryPipeline().pipeline(), Settings())
    app.include_router(uploads_router(lambda key, _: (key, {})))
    paths = [path.replace("{document_id}", "ID") for path in app.openapi()["paths"]]
    assert [path for path in paths if path not in PAGE] == []
