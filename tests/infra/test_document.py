"""FILE is looked at before anything is built for it."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.requirements import ROOT, SAMPLES


def make(target: str, file: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a target on FILE; it ends before it builds anything, where the file is not there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # of `make test`
    command = ["make", target, f"FILE={file}"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("target", ["aws_local", "aws_local_queue", "gcp_local"])
@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("", "Name the document to read: make {target} FILE=samples/documents/ubl-invoice.xml"),
        ("not there.pdf", "There is no file not there.pdf."),
        ("samples", "samples is no file: name one document."),
    ],
)
def test_a_file_that_cannot_be_read_is_said_at_once(target: str, file: str, sentence: str) -> None:
    ended = make(target, file)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines()[0] == sentence.format(target=target)
    assert len(ended.stderr.splitlines()) == 2  # the other one is make's own


def test_a_file_that_can_be_read_passes() -> None:
    ended = make("gcp_local_document", SAMPLES / "mail.eml")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
