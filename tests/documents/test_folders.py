"""Folders of documents: each file once, and only documents."""

import os
from pathlib import Path

import pytest

from invoicy.documents.folders import DEFAULT_STORE, entries_of, is_document
from tests.xml_documents import valid_ubl


def names(root: Path) -> list[str]:
    return [str(entry.path.relative_to(root)) for entry in entries_of(root)]


def write(path: Path, content: bytes = b"<a/>") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_files_are_listed_in_the_order_of_names_through_all_folders(tmp_path: Path) -> None:
    for name in ("b.xml", "a/2.xml", "a/1.xml", "c.xml"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a/1.xml", "a/2.xml", "b.xml", "c.xml"]


def test_hidden_files_and_the_store_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / ".hidden" / "a.xml")
    write(tmp_path / DEFAULT_STORE / "a.xml")
    assert names(tmp_path) == []


def test_a_file_is_listed_once_however_many_links_lead_to_it(tmp_path: Path) -> None:
    write(tmp_path / "a.xml")
    (tmp_path / "b.xml").symlink_to(tmp_path / "a.xml")
    (tmp_path / "round").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.xml"]


def test_a_link_to_nothing_is_a_problem_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.xml").symlink_to(tmp_path / "gone.xml")
    (entry,) = entries_of(tmp_path)
    assert "where there is no file" in entry.problem


def test_a_pipe_is_special_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (entry,) = entries_of(tmp_path)
    assert entry.special == "named pipe"


@pytest.mark.parametrize(
    ("name", "content", "is_one"),
    [
        ("invoice.xml", valid_ubl(), True),
        ("~$invoice.docx", b"lock", False),
        ("invoice.xml~", valid_ubl(), False),
        ("notes.txt", b"Buy milk", False),
    ],
)
def test_the_content_and_then_the_name_decide_what_is_a_document(
    tmp_path: Path, name: str, content: bytes, *, is_one: bool
) -> None:
    assert is_document(write(tmp_path / name, content)) is is_one
