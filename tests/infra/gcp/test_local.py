"""`make gcp_local`: one document through the Cloud Run image on this machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from invoicy.documents.document import Document
from tests.requirements import ROOT, SAMPLES


def running() -> set[str]:
    """Containers and emulators of gcp_local."""
    names = ["docker", "ps", "--all", "--filter", "name=invoicy-gcp-local", "--format", "{{.Names}}"]
    return set(subprocess.run(names, capture_output=True, text=True, check=True).stdout.split())


def local(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "infra.gcp.local", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)


@pytest.mark.container
@pytest.mark.parametrize("name", ["mail.eml", "not-an-invoice.pdf"])
def test_the_stored_reading_is_all_that_stands_on_standard_output(images: dict[str, str], name: str) -> None:
    document = SAMPLES / name
    told = local(str(document), "--image", images["cloudrun"])
    assert told.returncode == 0, told.stderr
    reading = json.loads(told.stdout)
    assert (reading["id"], reading["name"]) == (Document.of(document.read_bytes()).id, name)
    assert running() == set()


@pytest.mark.container
def test_an_image_that_there_is_not_leaves_nothing_running() -> None:
    told = local(str(SAMPLES / "mail.eml"), "--image", "invoicy.test/no-such-image:0")
    assert (told.returncode, told.stdout) == (1, "")
    assert running() == set()


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    told = local(str(tmp_path / "nothing.pdf"), "--image", "any")
    assert (told.returncode, told.stdout) == (2, "")
    assert "cannot be opened: No such file" in told.stderr
