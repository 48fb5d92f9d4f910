"""A run that is stopped: it reports its results, leaves complete files and ends its workers."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from invoicy import Reading
from tests.requirements import SAMPLES

_COUNT = 200
# A shell has its background jobs ignore SIGINT, which what they start inherits.
_PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from invoicy.cli import main
main()
"""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    document = (SAMPLES / "printed-german.pdf").read_bytes()
    for number in range(_COUNT):
        (folder / f"{number:03}.pdf").write_bytes(document)
    return folder


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_stopped_run_reports_its_results_and_leaves_complete_files(
    inbox: Path, tmp_path: Path, stop: signal.Signals, jobs: str
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-u", "-c", _PROGRAM, "read", str(inbox), "--out", str(out), "--jobs", jobs]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as reading:
        assert reading.stderr is not None
        for _ in range(3):
            assert reading.stderr.readline().startswith("accepted")
        if stop is signal.SIGINT:
            os.killpg(reading.pid, stop)  # a terminal sends it to every process of the run
        else:
            reading.send_signal(stop)
        try:
            _, rest = reading.communicate(timeout=60)  # ends when the last worker has closed it, too
        finally:
            reading.kill()
    done = sorted(out.iterdir())
    assert reading.returncode == 130
    assert 3 <= len(done) < _COUNT
    assert rest.splitlines()[-1].startswith(f"Stopped: {len(done)} of {_COUNT} documents read ({len(done)} accepted)")
    assert "Traceback" not in rest
    assert all(Reading.from_json(file.read_text()).name for file in done)
    assert [file.stem for file in done] == [f"{number:03}" for number in range(len(done))]


def test_the_processes_of_a_run_that_is_killed_end_with_it(inbox: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-c", _PROGRAM, "read", str(inbox), "--out", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as reading:
        assert reading.stderr is not None
        assert reading.stderr.readline().startswith("accepted")
        reading.kill()
        try:
            reading.communicate(timeout=30)  # ends when the last process has closed it
        finally:
            with suppress(ProcessLookupError):
                os.killpg(reading.pid, signal.SIGKILL)


def test_a_run_that_is_stopped_during_its_start_reports_that(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")  # what Ctrl-C does in the middle of an import
    command = [sys.executable, "-m", "invoicy", "--version"]
    surroundings = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "invoicy: Stopped.\n")
