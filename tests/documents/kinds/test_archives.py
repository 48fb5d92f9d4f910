"""ZIP files and the formats that are ZIP files inside."""

import pytest

from invoicy.documents.kinds.archives import count_of_files, kind_of_zip
from tests.documents.kinds.files import office, zip_of

WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (office(WORD), f"application/{WORD}"),
        (zip_of({"mimetype": "application/vnd.oasis.opendocument.text"}), "application/vnd.oasis.opendocument.text"),
        (zip_of({"a.pdf": b"%PDF-1.7"}), ""),
        (zip_of({"word/document.xml": "<a/>"})[:60], f"application/{WORD}"),
        (b"PK\x03\x04 cut off", ""),
    ],
)
def test_the_entries_decide(content: bytes, media_type: str) -> None:
    assert kind_of_zip(content) == media_type


def test_files_are_counted_and_folders_are_not() -> None:
    assert count_of_files(zip_of({"a/": "", "a/b.xml": "<a/>", "c.xml": "<a/>"})) == 2
    assert count_of_files(b"PK\x03\x04 cut off") is None
