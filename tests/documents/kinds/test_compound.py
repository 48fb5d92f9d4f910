"""OLE files are recognised by the names of their streams."""

import pytest

from invoicy.documents.kinds.compound import kind_of_ole
from tests.documents.kinds.files import ole


@pytest.mark.parametrize(
    ("streams", "media_type"),
    [
        (("WordDocument",), "application/msword"),
        (("Workbook", "WordDocument"), "application/vnd.ms-excel"),
        (("WordDocument", "__nameid_version1.0"), "application/vnd.ms-outlook"),
        ((), ""),
    ],
)
def test_a_message_comes_first_then_the_first_stream(streams: tuple[str, ...], media_type: str) -> None:
    assert kind_of_ole(ole(*streams)) == media_type


def test_a_longer_name_is_another_stream() -> None:
    assert kind_of_ole(ole("WordDocuments")) == ""
