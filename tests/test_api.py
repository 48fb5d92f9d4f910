"""The call that a program makes."""

import subprocess
import sys
from pathlib import Path

import pytest

from invoicy import read
from invoicy.errors import DocumentNotFoundError, InvalidArgumentError, TemporaryFaultError
from tests.documents import ubl
from tests.requirements import SAMPLES


def test_a_path_a_string_and_bytes_give_the_same_invoice(tmp_path: Path) -> None:
    file = tmp_path / "i.xml"
    file.write_bytes(ubl())
    assert read(file) == read(str(file)) == read(ubl(), name="i.xml")


def test_a_missing_path_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotFoundError) as raised:
        read(tmp_path / "none.xml")
    assert raised.value.path.endswith("none.xml")
    assert not raised.value.retryable


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotFoundError):
        read(tmp_path)


def test_a_fault_of_the_disk_may_pass() -> None:
    with pytest.raises(TemporaryFaultError) as raised:
        read("x" * 5000)
    assert raised.value.retryable


def test_an_unknown_profile_is_named_with_those_there_are() -> None:
    with pytest.raises(InvalidArgumentError, match="no profile zugferd; there are auto, en16931"):
        read(ubl(), profile="zugferd")


def test_printed_reads_what_the_pages_show_and_not_the_xml() -> None:
    hybrid = SAMPLES / "hybrid-facturx-en16931.pdf"
    assert read(hybrid).syntax == "cii"
    shown = read(hybrid, printed=True)
    assert shown.syntax == "printed"
    assert shown.invoices[0].invoice.number == read(hybrid).invoices[0].invoice.number


def test_importing_the_library_loads_nothing_heavy() -> None:
    code = "import sys, invoicy; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"pypdfium2", "rich", "click", "pydantic", "email"}.isdisjoint(loaded)
