"""invoicy watch as a user types it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from invoicy.cli import invoicy
from invoicy.readings.reading import Reading
from tests.xml_documents import ubl, valid_ubl


def watch_once(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(invoicy, ["watch", str(folder), "--once", "--every", "0.05", *options])


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.xml").write_bytes(valid_ubl())
    (folder / "b.txt").write_text("no invoice")
    return folder


def readings_in(store: Path) -> list[Reading]:
    return [Reading.from_json(path.read_bytes()) for path in sorted(store.glob("readings/*/*/*.json"))]


def test_what_is_there_is_read_into_the_store(inbox: Path, tmp_path: Path) -> None:
    result = watch_once(inbox, "--store", str(tmp_path / "store"))
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["accepted", "rejected"]
    assert {reading.name for reading in readings_in(tmp_path / "store")} == {"a.xml", "b.txt"}


def test_a_store_inside_the_watched_folder_is_not_watched(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_STORE", str(inbox / "store"))
    assert len(watch_once(inbox).stdout.splitlines()) == 2
    assert len(watch_once(inbox).stdout.splitlines()) == 2
    assert len(readings_in(inbox / "store")) == 2


def test_documents_of_an_earlier_run_are_listed_as_read_before(inbox: Path, tmp_path: Path) -> None:
    first, second = (watch_once(inbox, "--store", str(tmp_path / "store")).stdout.splitlines() for _ in range(2))
    assert second == [f"{line} (read before)" for line in first]


def test_each_line_names_the_reading_from_where_you_are(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    near = watch_once(inbox, "--store", "store")
    assert "Readings are stored in store." in near.stderr
    paths = [Path(line.split()[2]) for line in near.stdout.splitlines()]
    assert [path.parts[0] for path in paths] == ["store", "store"]
    assert all(path.is_file() for path in paths)


def test_a_store_that_cannot_be_written_is_reported_for_each_file_and_exits_1(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file stands here")
    result = watch_once(inbox, "--store", str(tmp_path / "store" / "deeper"))
    assert result.exit_code == 1
    assert result.stdout == ""
    problems = [line for line in result.stderr.splitlines() if line.startswith("invoicy: ")]
    assert [line.split(": ")[1] for line in problems] == [str(inbox / "a.xml"), str(inbox / "b.txt")]
    assert "tried again" not in result.stderr


def test_what_fails_while_it_watches_is_tried_again(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file stands here")
    program = "from invoicy.cli import main; main()"
    options = ["watch", str(inbox), "--every", "0.05", "--store", str(tmp_path / "store" / "deeper")]
    with subprocess.Popen(
        [sys.executable, "-u", "-c", program, *options], stderr=subprocess.PIPE, text=True
    ) as watching:
        assert watching.stderr is not None
        watching.stderr.readline()
        complaint = watching.stderr.readline()
        watching.kill()
    assert complaint.startswith(f"invoicy: {inbox / 'a.xml'}: ")
    assert complaint.endswith(" It will be tried again.\n")


def test_invalid_settings_are_reported_in_one_sentence_and_exit_2(inbox: Path) -> None:
    command = [sys.executable, "-c", "from invoicy.cli import main; main()", "watch", str(inbox)]
    ended = subprocess.run(command, env={"INVOICY_TENANT": "Not One"}, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "INVOICY_TENANT must be at most 63 lower-case letters" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_watching_continues_until_it_is_stopped(inbox: Path, tmp_path: Path) -> None:
    program = "from invoicy.cli import main; main()"
    options = ["watch", str(inbox), "--every", "0.05", "--store", str(tmp_path / "store")]
    with subprocess.Popen(
        [sys.executable, "-u", "-c", program, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as watching:
        assert watching.stdout is not None
        assert watching.stdout.readline().startswith("accepted")
        assert watching.stdout.readline().startswith("rejected")
        (inbox / "later.xml").write_bytes(ubl(currency="SEK"))
        assert "later.xml" in watching.stdout.readline()
        watching.send_signal(signal.SIGTERM)  # a shell may have its background jobs ignore SIGINT
        try:
            _, messages = watching.communicate(timeout=20)
        finally:
            watching.kill()
    assert watching.returncode == 0
    assert "Stopped." in messages
