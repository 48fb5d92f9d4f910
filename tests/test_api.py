"""The call that a program makes."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from invoicy import read
from invoicy.errors import DocumentNotFoundError, InvalidArgumentError
from invoicy.extraction import MAX_DOCUMENT_BYTES
from tests.requirements import SAMPLES
from tests.xml_documents import ubl


def test_a_path_a_string_and_bytes_give_the_same_invoice(tmp_path: Path) -> None:
    file = tmp_path / "i.xml"
    file.write_bytes(ubl())
    assert read(file) == read(str(file)) == read(ubl(), name="i.xml")


def test_a_missing_path_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotFoundError) as raised:
        read(tmp_path / "none.xml")
    assert raised.value.path.endswith("none.xml")
    assert not raised.value.retryable


def test_a_folder_is_not_a_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotFoundError):
        read(tmp_path)


@pytest.mark.parametrize(
    ("argument", "value", "sentence"),
    [
        ("name", 3, "name must be a str such as 'invoice.pdf', not 3."),
        ("printed", "yes", "printed must be True or False, not 'yes'."),
        ("profile", None, "profile must be a str such as 'auto', not None."),
    ],
)
def test_an_argument_of_another_type_is_refused(argument: str, value: object, sentence: str) -> None:
    arguments: dict[str, Any] = {argument: value}
    with pytest.raises(InvalidArgumentError) as raised:
        read(ubl(), **arguments)
    assert raised.value.message == sentence


def test_a_document_above_the_limit_is_rejected_by_its_size(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(MAX_DOCUMENT_BYTES + 1)
    reading = read(large)
    assert (reading.status, reading.findings[0].rule, reading.name) == ("rejected", "INVOICY-TOO-LARGE", "large.pdf")
    assert reading.media_type == "application/pdf"


def test_an_unknown_profile_is_named_beside_the_known_ones() -> None:
    with pytest.raises(InvalidArgumentError, match=r"Unknown profile 'zugferd'\. .* one of auto, en16931"):
        read(ubl(), profile="zugferd")


def test_printed_reads_what_the_pages_show_and_not_the_xml() -> None:
    hybrid = SAMPLES / "hybrid-facturx-en16931.pdf"
    assert read(hybrid).syntax == "cii"
    printed = read(hybrid, printed=True)
    assert printed.syntax == "printed"
    assert printed.invoices[0].invoice.number == read(hybrid).invoices[0].invoice.number


def test_importing_the_library_loads_nothing_heavy() -> None:
    code = "import sys, invoicy; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"pypdfium2", "rich", "click", "pydantic", "email"}.isdisjoint(loaded)
