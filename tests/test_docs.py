"""Generated pages of docs/ are current, and pictures light."""

import pytest
from docs.generate import DOCS, generated
from docs.pictures import PICTURE
from PIL import Image


@pytest.mark.parametrize("name", list(generated()))
def test_the_page_is_current_or_make_docs_writes_it(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == generated()[name]


def test_the_picture_of_a_drawing_loads_fast() -> None:
    with Image.open(PICTURE) as picture:
        assert picture.width == 1400
    assert PICTURE.stat().st_size <= 200_000
