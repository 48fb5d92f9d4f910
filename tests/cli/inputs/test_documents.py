"""The documents that the paths of a command line name."""

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import pytest

from invoicy.cli.inputs.documents import Inputs, inputs_of
from tests.requirements import SAMPLES
from tests.xml_documents import valid_ubl


def put(path: Path, content: bytes = valid_ubl()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def paths_of(inputs: Inputs, root: Path) -> list[str]:
    return [str(each.path.relative_to(root)) for each in inputs.documents]


def problems_of(inputs: Inputs) -> list[str]:
    return [each.problem for each in inputs.documents if each.problem]


def test_a_file_is_read_once_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = put(tmp_path / "x.xml")
    (tmp_path / "link.xml").symlink_to(file)
    monkeypatch.chdir(tmp_path)
    inputs = inputs_of(["x.xml", "./x.xml", str(file), "link.xml", ".", "*.xml"])
    assert [each.path for each in inputs.documents] == [Path("x.xml")]


def test_links_that_lead_back_are_entered_once(tmp_path: Path) -> None:
    put(tmp_path / "invoice.xml")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to("..")
    (tmp_path / "sub" / "same.xml").symlink_to("../invoice.xml")
    inputs = inputs_of([str(tmp_path)])
    assert paths_of(inputs, tmp_path) == ["invoice.xml"]
    assert inputs.remarks() == ()


def test_broken_and_circular_links_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a sentence shortens a path that is long
    Path("in").mkdir()
    Path("in/dangling.xml").symlink_to("nowhere")
    Path("in/self.xml").symlink_to("self.xml")
    assert problems_of(inputs_of(["in"])) == [
        "in/dangling.xml is a link to nowhere, where there is no file.",
        "'in/self.xml' is a link that leads back to itself.",
    ]


def test_special_files_are_counted_and_never_opened(tmp_path: Path) -> None:
    put(tmp_path / "invoice.xml")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "socket"))
        inputs = inputs_of([str(tmp_path)])
    assert paths_of(inputs, tmp_path) == ["invoice.xml"]
    assert inputs.remarks() == ("Skipped 1 device.", "Skipped 1 named pipe.", "Skipped 1 socket.")


@pytest.mark.parametrize("kind", ["named pipe", "device"])
def test_a_path_that_names_no_file_is_a_problem(tmp_path: Path, kind: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    path = {"named pipe": str(tmp_path / "pipe"), "device": "/dev/zero"}[kind]
    assert problems_of(inputs_of([path])) == [f"{path} is a {kind}, not a file. Invoicy does not read it."]


def test_a_folder_is_walked_in_the_order_of_names_and_other_files_are_skipped(tmp_path: Path) -> None:
    for name in ("b.xml", "a/c.xml", "a/.hidden.xml", ".git/d.xml", "invoicy-store/e.xml", "f.xml.part", "~$g.xml"):
        put(tmp_path / name)
    put(tmp_path / "Thumbs.db", b"x\n")
    put(tmp_path / "package.json", b"{}\n")
    put(tmp_path / "notes.md", b"\n")
    put(tmp_path / "damaged.pdf", b"")
    inputs = inputs_of([str(tmp_path)])
    assert paths_of(inputs, tmp_path) == ["a/c.xml", "b.xml", "damaged.pdf"]
    assert inputs.remarks() == ("Skipped 5 files that are not documents.",)


def test_a_file_that_is_named_is_always_tried(tmp_path: Path) -> None:
    put(tmp_path / "a.xml")
    notes = put(tmp_path / "notes.md", b"# Notes\n")
    inputs = inputs_of([str(tmp_path), str(notes)])
    assert paths_of(inputs, tmp_path) == ["a.xml", "notes.md"]
    assert inputs.remarks() == ()


def test_folders_of_results_are_not_entered_unless_they_are_named(tmp_path: Path) -> None:
    put(tmp_path / "a.xml")
    put(tmp_path / "out" / "b.xml")
    out = tmp_path / "out"
    assert paths_of(inputs_of([str(tmp_path)], leave_out=[out]), tmp_path) == ["a.xml"]
    assert paths_of(inputs_of([str(out)], leave_out=[out]), tmp_path) == ["out/b.xml"]


def test_a_url_and_a_pattern_without_matches_are_reported(tmp_path: Path) -> None:
    assert problems_of(inputs_of(["s3://bucket/a.pdf", f"{tmp_path}/*.pdf"])) == [
        "'s3://bucket/a.pdf' is an address. Invoicy does not fetch addresses; download the file first.",
        f"No file matches {tmp_path}/*.pdf.",
    ]


def test_a_glob_that_the_shell_left_alone_finds_its_files(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.xml")
    put(tmp_path / "[x].xml")
    assert paths_of(inputs_of([f"{tmp_path}/**/a.*", f"{tmp_path}/[x].xml"]), tmp_path) == ["in/a.xml", "[x].xml"]


def test_an_empty_path_is_wrong_usage() -> None:
    with pytest.raises(click.UsageError):
        inputs_of([""])


def test_names_in_no_encoding_are_found(tmp_path: Path) -> None:
    name = os.fsdecode(b"M\xfcller.xml")
    put(tmp_path / name)
    assert paths_of(inputs_of([str(tmp_path)]), tmp_path) == [name]


def test_a_deep_folder_is_walked_to_its_end(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder /= "d"
        folder.mkdir()
    put(folder / "a.xml")
    assert len(inputs_of([str(tmp_path)]).documents) == 1


def test_standard_input_may_be_closed() -> None:
    program = "from invoicy.cli.inputs.documents import inputs_of; print(inputs_of(['-']).documents[0].problem)"
    command = f'exec "{sys.executable}" -c "{program}" <&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "Standard input is closed.\n"


_AS_SOMEBODY = """
import os, sys
from click.testing import CliRunner
from invoicy.cli import invoicy, main
for command, name in ("read", sys.argv[1]), ("check", sys.argv[1]), ("show", "gone.xml"):
    CliRunner().invoke(invoicy, [command, name])  # loads every module: the other user may not be able to
del sys.argv[1]
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
main()
"""


def _as_somebody(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as another user than root, who may read everything."""
    command = [sys.executable, "-c", _AS_SOMEBODY, str(SAMPLES / "bad-total.xml"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")


def test_what_may_not_be_read_is_named_and_the_rest_is_read() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # pytest's own folder is closed to others
        root = Path(folder)
        root.chmod(0o755)
        put(root / "a.xml")
        put(root / "closed" / "b.xml")
        put(root / "c.xml").chmod(0)
        (root / "closed").chmod(0)
        done = _as_somebody("read", folder)
        (root / "closed").chmod(0o700)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert f"invoicy: You have no permission to read '{folder}/c.xml'.\n" in done.stderr
    assert f"invoicy: You have no permission to read '{folder}/closed'.\n" in done.stderr
    assert "3 documents: 1 accepted, 2 unreadable" in done.stderr


@pytest.mark.parametrize("command", ["read", "check"])
def test_what_you_name_and_may_not_read_costs_you_nothing_else(command: str) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        root = Path(folder)
        root.chmod(0o755)
        put(root / "a.xml")
        put(root / "closed" / "b.xml")
        put(root / "c.xml").chmod(0)
        (root / "closed").chmod(0)
        done = _as_somebody(command, *(f"{folder}/{name}" for name in ("c.xml", "closed", "a.xml")))
        (root / "closed").chmod(0o700)
    assert done.returncode == 1
    assert "Usage" not in done.stderr
    for name in ("c.xml", "closed"):
        assert f"You have no permission to read '{folder}/{name}'." in done.stdout + done.stderr
    assert "Muster GmbH" in done.stdout


def test_a_report_beside_a_document_that_you_may_not_read_is_written() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        root = Path(folder)
        root.chmod(0o777)
        (root / "report.txt").touch()
        put(root / "closed" / "b.xml")
        (root / "closed").chmod(0)
        done = _as_somebody("check", "--out", f"{folder}/report.txt", f"{folder}/closed/b.xml")
        report = (root / "report.txt").read_text(encoding="utf-8")
        (root / "closed").chmod(0o700)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"You have no permission to read '{folder}/closed/b.xml'." in report


def test_a_document_without_read_permission_is_not_wrong_usage_of_show() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        put(Path(folder) / "c.xml").chmod(0)
        done = _as_somebody("show", f"{folder}/c.xml")
    assert (done.returncode, done.stderr) == (1, f"invoicy: You have no permission to read '{folder}/c.xml'.\n")
