"""`make gcp_local`: one document, read with the Cloud Run image on this machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from invoicy.documents.document import Document
from tests.requirements import ROOT, SAMPLES


def containers() -> set[str]:
    """Return the names of the command's containers."""
    command = ["docker", "ps", "--all", "--filter", "name=invoicy-gcp-local", "--format", "{{.Names}}"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def local(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "infra.gcp.local", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)


@pytest.mark.container
@pytest.mark.parametrize("name", ["mail.eml", "not-an-invoice.pdf"])
def test_only_the_stored_reading_is_on_standard_output(images: dict[str, str], name: str) -> None:
    document = SAMPLES / name
    done = local(str(document), "--image", images["cloudrun"])
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert (reading["id"], reading["name"]) == (Document.of(document.read_bytes()).id, name)
    assert containers() == set()


@pytest.mark.container
def test_after_a_missing_image_nothing_keeps_running() -> None:
    done = local(str(SAMPLES / "mail.eml"), "--image", "invoicy.test/no-such-image:0")
    assert (done.returncode, done.stdout) == (1, "")
    assert "did not start" in done.stderr
    assert containers() == set()


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    done = local(str(tmp_path / "nothing.pdf"), "--image", "any")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing.pdf' does not exist" in done.stderr
