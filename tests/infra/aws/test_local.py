"""One document through the image on this machine: the reading on standard output, nothing left running."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.requirements import ROOT, SAMPLES

pytestmark = [pytest.mark.container, pytest.mark.slow, pytest.mark.uv]


def containers() -> set[str]:
    """The containers of `sam local`, this test's or another's."""
    command = ("docker", "ps", "--all", "--quiet", "--filter", "ancestor=invoicy-lambda-local:rapid-x86_64")
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("target", "sample", "name"),
    [
        ("aws_local", "ubl-invoice.xml", "invoice.xml"),
        ("aws_local_queue", "hybrid-facturx-en16931.pdf", "Rechnung März+1 (Kopie).pdf"),
    ],
)
def test_the_stored_reading_is_printed_and_nothing_else(target: str, sample: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes((SAMPLES / sample).read_bytes())
    command = ("make", "--silent", target, f"FILE={tmp_path / name}")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert (reading["name"], len(reading["invoices"])) == (name, 1)
    assert containers() == set()


def test_a_function_that_stores_nothing_is_a_failure() -> None:
    command = ("make", "--silent", "aws_local", "FILE=no-such-file.xml")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "no-such-file.xml" in done.stderr
    assert done.stdout == ""
