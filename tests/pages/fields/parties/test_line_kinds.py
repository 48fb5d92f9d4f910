"""Lines of a page: names, labels and titles."""

import pytest

from invoicy.pages.fields.parties.line_kinds import (
    body_size,
    line_name,
    lines_below,
    starts_with_label,
    starts_with_title,
)
from tests.pages.typeset import SIZE, typeset


def name(text: str) -> str:
    pages = typeset((50, 50, text))
    return line_name(pages, next(pages.segments))


@pytest.mark.parametrize("text", ["Alpha Ltd", "Petra Klein", "Kowalski Sp. z o.o.", "3M Deutschland GmbH"])
def test_a_company_or_a_person_is_a_name(text: str) -> None:
    assert name(text) == text


@pytest.mark.parametrize("text", ["Invoice No: 17", "03.05.2020", "Hauptstraße 17", "Firma", "Rechnung RE-17", "12.50"])
def test_labels_dates_streets_and_titles_are_not_names(text: str) -> None:
    assert name(text) == ""


def test_an_honorific_is_not_part_of_a_name() -> None:
    assert name("株式会社アルファ 御中") == "株式会社アルファ"


def test_a_label_with_a_colon_opens_a_line() -> None:
    pages = typeset((50, 50, "Customer: Beta"), (50, 80, "Beta GmbH"))
    labelled, plain = pages.segments
    assert starts_with_label(pages, labelled)
    assert not starts_with_label(pages, plain)


def test_a_title_opens_a_line() -> None:
    pages = typeset((50, 50, "Invoice 17"), (50, 80, "Beta GmbH"))
    title, plain = pages.segments
    assert starts_with_title(pages, title)
    assert not starts_with_title(pages, plain)


def test_lines_below_are_those_of_the_same_column() -> None:
    pages = typeset((50, 50, "Seller"), (50, 63, "Alpha Ltd"), (300, 63, "Beta GmbH"), (50, 76, "Weg 1"))
    first = next(pages.segments)
    assert [line.text for line in lines_below(pages, first, 50, 120)] == ["Alpha Ltd", "Weg 1"]


def test_the_body_has_the_size_of_most_words() -> None:
    assert body_size(typeset((50, 50, "Alpha Ltd"))) == SIZE
