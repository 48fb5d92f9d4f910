"""A store in a folder: complete objects or none, also after a kill or a fault of the disk."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from invoicy.errors import AccessRefusedError, InvalidArgumentError, TemporaryFaultError
from invoicy.local.store import FolderStore, _faults_of
from invoicy.readings.reading import Reading
from tests.requirements import ROOT
from tests.xml_documents import ubl


def objects_in(store: FolderStore) -> dict[str, bytes]:
    return {key: store.get(key) or b"" for folder in ("readings", "documents") for key in store.keys(folder)}


def deliver(store: Path, document: Path, step: int) -> int:
    """Exit code of a process that delivers the document and is killed in front of the step."""
    command = [sys.executable, "-m", "tests.local.stopped", str(store), str(document), str(step)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def test_a_process_killed_at_any_step_leaves_whole_objects_and_the_next_delivery_ends_it(tmp_path: Path) -> None:
    document = tmp_path / "a.xml"
    document.write_bytes(ubl())
    assert deliver(tmp_path / "calm", document, -1) == 0
    wanted = objects_in(FolderStore(tmp_path / "calm"))
    store = tmp_path / "store"
    step = 0
    while (code := deliver(store, document, step)) == -signal.SIGKILL:
        assert objects_in(FolderStore(store)).items() <= wanted.items()
        step += 1
    assert code == 0
    assert step > len(wanted)
    assert objects_in(FolderStore(store)) == wanted


def test_each_killed_process_is_made_good_by_one_delivery(tmp_path: Path) -> None:
    document = tmp_path / "a.xml"
    document.write_bytes(ubl())
    for step in (3, 7, 11):
        store = tmp_path / str(step)
        assert deliver(store, document, step) == -signal.SIGKILL
        assert deliver(store, document, -1) == 0
        (reading,) = (key for key in FolderStore(store).keys("readings") if "/sources/" not in key)
        assert Reading.from_json(FolderStore(store).get(reading) or b"").invoices[0].invoice.number == "R-1"


def test_a_full_disk_is_a_passing_fault_and_leaves_nothing_behind(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path;"
        "from invoicy.errors import TemporaryFaultError; from invoicy.local.store import FolderStore;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "store = FolderStore(Path(sys.argv[1]))\n"
        "try: store.create('documents/t/1', b'x' * 100_000)\n"
        "except TemporaryFaultError: sys.exit(42)"
    )
    # -B: CPython keeps byte code that the limit cut off, and every later import of the module fails
    assert subprocess.run([sys.executable, "-B", "-c", program, str(tmp_path)], check=False).returncode == 42
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    "key", ["", "/etc/passwd", "a//b", "../a", "a/../../b", "a/./b", "a\\b", "a\0", "a/.unfinished/b"]
)
def test_a_key_never_leads_out_of_the_folder(tmp_path: Path, key: str) -> None:
    with pytest.raises(InvalidArgumentError):
        FolderStore(tmp_path / "store").create(key, b"content")
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_cannot_be_created_is_not_retryable(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file")
    with pytest.raises(AccessRefusedError, match="one of its folders is a file"):
        FolderStore(tmp_path / "store").create("documents/t/1", b"content")
    for root in (tmp_path / "store", tmp_path / "store" / "deeper", Path("/proc/store")):
        with pytest.raises(AccessRefusedError, match=f"^{root}"):
            FolderStore(root).probe()


def test_a_probe_makes_the_folder_and_leaves_no_file(tmp_path: Path) -> None:
    FolderStore(tmp_path / "store").probe()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_disk_is_found_by_a_probe(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path;"
        "from invoicy.errors import TemporaryFaultError; from invoicy.local.store import FolderStore;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0));"
        "store = FolderStore(Path(sys.argv[1]))\n"
        "try: store.probe()\n"
        "except TemporaryFaultError: sys.exit(42)"
    )
    # -B: CPython keeps byte code that the limit cut off, and every later import of the module fails
    assert subprocess.run([sys.executable, "-B", "-c", program, str(tmp_path)], check=False).returncode == 42
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.EACCES, "^Permission denied: {}.$"), (errno.EPERM, "The file system of {}.* hard links.$")],
)
def test_a_folder_without_write_permission_is_not_retryable(tmp_path: Path, number: int, sentence: str) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(number, "not permitted")

    store = FolderStore(tmp_path)
    with pytest.MonkeyPatch.context() as patch:  # the tests may run as root, whom no permission stops
        patch.setattr(os, "link", forbidden)
        with pytest.raises(AccessRefusedError, match=sentence.format(tmp_path)) as raised:
            store.create("documents/t/1", b"content")
    assert not raised.value.retryable
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_unfinished_files_are_not_objects(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create("readings/t/1", b"content")
    assert store.keys("readings") == ("readings/t/1",)
    assert list((tmp_path / ".unfinished").iterdir()) == []


def test_a_full_disk_is_one_short_sentence() -> None:
    with pytest.raises(TemporaryFaultError) as raised, _faults_of(Path("/a/long/path")):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert raised.value.message == "The disk that holds the store is full."
