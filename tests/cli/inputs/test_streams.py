"""Documents from standard input."""

import io
import sys
from pathlib import Path

import pytest

from invoicy.cli.inputs.streams import Input, read_stream


def standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes) -> Input:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return read_stream("-")


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    item = standard_input(monkeypatch, b"\xff<Invoice/>")
    assert (item.content, item.source, item.name, item.problem) == (b"\xff<Invoice/>", b"\xff<Invoice/>", "stdin", "")


def test_a_file_has_no_other_name() -> None:
    item = Input(Path("a.xml"))
    assert (item.source, item.name) == (Path("a.xml"), "")


def test_too_large_a_document_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("invoicy.extraction.MAX_DOCUMENT_BYTES", 10)
    item = standard_input(monkeypatch, b"x" * 11)
    assert item.content is None
    assert item.problem.startswith("The document at - is larger than ")


def test_a_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert read_stream("-").problem == "Standard input is closed."


def test_a_missing_descriptor_is_a_problem() -> None:
    assert "/dev/fd/999" in read_stream("/dev/fd/999").problem
