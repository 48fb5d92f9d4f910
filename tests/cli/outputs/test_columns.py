"""The columns of the table of invoices."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from invoicy.cli.outputs.columns import COLUMNS, folded, widths_of

_CHARACTERS = st.characters(codec="utf-8", exclude_categories=["C", "M", "Z"]) | st.sampled_from(" -_/")
ROW = {
    "Document": "hybrid-facturx-en16931.pdf",
    "Format": "PDF · CII",
    "Number": "2026-SK-0347",
    "Date": "2026-03-01",
    "Seller": "Sonnkraft Elektrotechnik GmbH & Co. KG",
    "Total": "13,004.36 EUR",
}


def test_a_wide_terminal_shows_every_column_at_its_full_width() -> None:
    widths, gap = widths_of([ROW], 160)
    assert list(widths) == [column.name for column in COLUMNS]
    assert widths["Seller"] == cell_len(ROW["Seller"])
    assert gap == 2


def test_optional_columns_are_left_out_before_others_shrink() -> None:
    widths, _ = widths_of([ROW], 60)
    assert list(widths) == ["Document", "Number", "Total"]
    assert widths["Document"] == cell_len(ROW["Document"])


def test_a_column_without_values_is_left_out() -> None:
    assert "Date" not in widths_of([ROW | {"Date": ""}], 160)[0]


@given(st.integers(40, 200))
def test_the_table_fits_the_terminal_down_to_its_smallest_widths(room: int) -> None:
    widths, gap = widths_of([ROW], room)
    total = sum(widths.values()) + gap * (len(widths) - 1)
    assert total <= max(room, 20 + 10 + 28 + 2)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "M", "Z"]) | st.sampled_from(" -_/")),
    st.integers(4, 40),
)
def test_folded_lines_fit_and_no_character_is_lost(text: str, width: int) -> None:
    lines = folded(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line) <= width for line in lines)
