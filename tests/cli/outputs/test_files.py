"""File names of results: stable from run to run, and different for each document."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from invoicy import read
from invoicy.cli.inputs.documents import inputs_of
from invoicy.cli.inputs.streams import Input
from invoicy.cli.outputs.attribution import rendered_with
from invoicy.cli.outputs.files import names_of, path_of, write_whole
from tests.xml_documents import ubl, valid_ubl


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def put(path: Path, content: bytes = valid_ubl()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def run(out: Path, *paths: Path | Input) -> list[str]:
    """One run: the names of its results, which it writes."""
    inputs = [each if isinstance(each, Input) else inputs_of([str(each)]).documents[0] for each in paths]
    names = names_of(inputs, out)
    for each, name in zip(inputs, names, strict=True):
        render = rendered_with(path_of(each), as_record=False)
        write_whole(out / name, render(read(each.source, name=each.name)))
    return names


def test_a_result_is_named_after_the_stem_or_the_full_name_where_stems_are_shared(tmp_path: Path, out: Path) -> None:
    assert run(out, put(tmp_path / "a.xml")) == ["a.json"]
    assert run(out, put(tmp_path / "b.xml"), put(tmp_path / "b.pdf")) == ["b.xml.json", "b.pdf.json"]


def test_twins_in_two_folders_get_two_results(tmp_path: Path, out: Path) -> None:
    names = run(out, put(tmp_path / "a" / "invoice.xml"), put(tmp_path / "b" / "invoice.xml", ubl()))
    assert len(set(names)) == 2


def test_twins_of_two_runs_get_two_results(tmp_path: Path, out: Path) -> None:
    assert run(out, put(tmp_path / "a" / "invoice.xml")) == ["invoice.json"]
    before = (out / "invoice.json").read_bytes()
    (second,) = run(out, put(tmp_path / "b" / "invoice.xml", ubl()))
    assert second == "invoice.xml.json"
    assert (out / "invoice.json").read_bytes() == before


def test_a_run_with_more_documents_renames_no_result(tmp_path: Path, out: Path) -> None:
    run(out, put(tmp_path / "a.xml"))
    assert run(out, put(tmp_path / "a.pdf"), tmp_path / "a.xml") == ["a.pdf.json", "a.json"]
    assert run(out, tmp_path / "a.pdf") == ["a.pdf.json"]


def test_a_document_that_has_changed_overwrites_its_own_result(tmp_path: Path, out: Path) -> None:
    run(out, put(tmp_path / "a.xml"))
    assert run(out, put(tmp_path / "a.xml", ubl(currency="SEK"))) == ["a.json"]
    assert b"SEK" in (out / "a.json").read_bytes()


def test_a_document_that_has_moved_keeps_its_result(tmp_path: Path, out: Path) -> None:
    file = put(tmp_path / "a" / "invoice.xml")
    run(out, file)
    (tmp_path / "b").mkdir()
    assert run(out, file.rename(tmp_path / "b" / "invoice.xml")) == ["invoice.json"]


def test_a_copy_of_a_document_has_its_own_result(tmp_path: Path, out: Path) -> None:
    run(out, put(tmp_path / "a" / "invoice.xml"))
    assert run(out, put(tmp_path / "b" / "invoice.xml")) == ["invoice.xml.json"]


def test_a_result_of_an_older_version_is_known_by_its_id(tmp_path: Path, out: Path) -> None:
    file = put(tmp_path / "a.xml")
    (out / "a.json").write_text(read(file).to_json())
    assert run(out, file) == ["a.json"]


@pytest.mark.parametrize("content", ["{}", "not JSON", "[]", '{"status": "rejected"}'])
def test_a_file_that_is_not_a_result_is_not_overwritten(tmp_path: Path, out: Path, content: str) -> None:
    for name in ("a.json", "a.xml.json"):
        (out / name).write_text(content)
    (name,) = run(out, put(tmp_path / "a.xml"))
    assert (out / "a.json").read_text() == (out / "a.xml.json").read_text() == content
    for other in {name} - {"a.json"}:
        (out / other).write_text(content)
    assert run(out, tmp_path / "a.xml") != [name]


def test_standard_input_never_overwrites_another_document_from_there(out: Path) -> None:
    first = run(out, Input(Path("-"), valid_ubl()))
    second = run(out, Input(Path("-"), ubl()))
    assert first == ["stdin.json"]
    assert second != first
    assert run(out, Input(Path("-"), valid_ubl())) == first


def test_a_name_that_is_too_long_is_cut_and_made_distinct(tmp_path: Path, out: Path) -> None:
    files = [put(tmp_path / f"{'ü' * 123}{letter}.xml") for letter in "ab"]
    names = run(out, *files)
    assert len(set(names)) == 2
    assert max(len(os.fsencode(name)) for name in names) <= 240
    assert run(out, *files) == names


def test_a_name_in_no_encoding_has_its_result(tmp_path: Path, out: Path) -> None:
    assert run(out, put(tmp_path / os.fsdecode(b"M\xfcller.xml"))) == [os.fsdecode(b"M\xfcller.json")]


_WRITING = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
from invoicy.cli.outputs.files import write_whole
write_whole(Path(sys.argv[1]), "x" * 1000)
"""


def test_a_full_disk_leaves_no_part_of_a_result(out: Path) -> None:
    """A limit on the size of files makes the write fail in its middle, as a full disk does."""
    # -B: CPython keeps byte code that the limit cut off, and every later import of the module fails
    command = [sys.executable, "-B", "-c", _WRITING, str(out / "a.json")]
    done = subprocess.run(command, capture_output=True, check=False)
    assert b"File too large" in done.stderr
    assert list(out.iterdir()) == []
