"""The table of invoices: a row for each invoice, at any width."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem

from invoicy import read
from invoicy.cli.outputs.columns import folded
from invoicy.cli.outputs.outcome import DocumentOutcome, InvoiceOutcome, outcome_of
from invoicy.cli.outputs.table import show
from invoicy.cli.terminal.console import PlainConsole
from invoicy.readings.reading import Status
from invoicy.wording.printable import printable
from tests.requirements import SAMPLES

WIDTHS = [60, 80, 100, 120, 160]
REASON = "The total with VAT is 15,460.32 EUR, but 12,998.70 + 2,461.52 = 15,460.22 (and 2 more)"
AWKWARD = [
    ("markup [red] [bold]x[link=file:x]y.xml", "2026[/]10417", "1.00 EUR"),
    ("long-" * 49 + "name.pdf", "4711", "12,345,678,901,234.56 EUR"),
    ("n" * 250, "9" * 60, "1 EUR"),
    ("請求書-東京商事株式会社-二〇二六年十一月分-控え-" * 4 + ".pdf", "請求-2026-000123-東京", "108,000 JPY"),
    ("esc\x1b[31m\nname\u202e.xml", "A\nB\tC", "9.99 EUR"),
    ("\udcff.xml", "", ""),
    ("فاتورة.pdf", "١٢٣٤", "1,000.000 KWD"),
    ("x", "1", "1"),
]


def printed(outcomes: list[DocumentOutcome], width: int) -> list[str]:
    stream = io.StringIO()
    show(outcomes, PlainConsole(stream, width))
    return stream.getvalue().splitlines()


def awkward_outcome(name: str, number: str, total: str, reason: str) -> DocumentOutcome:
    invoice = InvoiceOutcome(Status.REVIEW, number, "2026-11-30", f"Seller {name}", total, reason)
    return DocumentOutcome(Path(name), Status.REVIEW, invoices=(invoice,))


def awkward() -> list[DocumentOutcome]:
    return [awkward_outcome(*values, REASON) for values in AWKWARD]


def bare(**values: str) -> DocumentOutcome:
    return DocumentOutcome(Path("x"), Status.REVIEW, invoices=(InvoiceOutcome(Status.REVIEW, **values),))


@pytest.fixture(scope="module")
def outcomes() -> list[DocumentOutcome]:
    return [outcome_of(path, read(path), "") for path in sorted(SAMPLES.iterdir())]


def rows_in(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each row: the first begins with a sign, the others are indented."""
    row: list[str] = []
    for line in lines[1:]:
        if not line.startswith("  "):
            if row:
                yield row
            row = []
        row.append(line)
    yield row


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_every_sample_is_whole(outcomes: list[DocumentOutcome], width: int) -> None:
    rows = iter(rows_in(printed(outcomes, width)))
    for outcome in outcomes:
        for position in range(max(1, len(outcome.invoices))):
            row = next(rows)
            invoice = outcome.invoices[position] if outcome.invoices else InvoiceOutcome(outcome.status)
            name = outcome.path.name if position == 0 else f"invoice {position + 1} of {len(outcome.invoices)}"
            assert all(value in row[0] for value in (name, invoice.number, invoice.total))
            assert {Status.ACCEPTED: "✓", Status.REVIEW: "!", Status.REJECTED: "✗"}[invoice.status] in row[0][:3]
            assert squeezed(outcome.error or outcome.remark) in squeezed("".join(row[1:]))
            assert squeezed(invoice.remark) in squeezed("".join(row[1:]))
    assert next(rows, None) is None


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(outcomes: list[DocumentOutcome], width: int) -> None:
    assert max(map(cell_len, printed([*outcomes, *awkward()], width))) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("name", "number", "total"), AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_values_are_whole(width: int, name: str, number: str, total: str) -> None:
    """Each value alone beside short ones, so that its lines follow each other."""
    for outcome, value in (
        (DocumentOutcome(Path(name), Status.ACCEPTED), name),
        (bare(number=number), number),
        (bare(total=total), total),
        (bare(remark=f"{name} {number} {total}"), f"{name} {number} {total}"),
    ):
        assert squeezed(printable(value)) in squeezed("".join(printed([outcome], width)[1:]))


@pytest.mark.parametrize("width", WIDTHS)
def test_unusual_values_keep_to_their_row(width: int) -> None:
    rows = list(rows_in(printed(awkward(), width)))
    assert len(rows) == len(AWKWARD)
    for row, (_, _, total) in zip(rows, AWKWARD, strict=True):
        assert row[0].startswith("! ")
        assert row[0].endswith(total)
        assert squeezed(REASON) in squeezed("".join(row))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(10, 60))
def test_folding_loses_nothing(text: str, width: int) -> None:
    lines = folded(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line) <= width for line in lines)


def test_a_document_of_two_invoices_has_two_rows(outcomes: list[DocumentOutcome]) -> None:
    rows = list(rows_in(printed([outcome for outcome in outcomes if outcome.path.name == "two-invoices.pdf"], 80)))
    assert [row[0][:3] for row in rows] == ["✓ t", "└ ✓"]
    assert [row[0].split()[-2:] for row in rows] == [["4,359.68", "GBP"], ["369.10", "EUR"]]


def test_a_verdict_of_the_document_is_in_its_first_row() -> None:
    """A document with a page that was not read needs review, even if each of its invoices is accepted."""
    invoice = InvoiceOutcome(Status.ACCEPTED, "1")
    lines = printed(
        [DocumentOutcome(Path("a.pdf"), Status.REVIEW, invoices=(invoice, invoice), remark="Page 3 was not read.")], 80
    )
    assert [line.split()[0] for line in lines[1:]] == ["!", "Page", "└"]


def test_documents_with_the_same_name_are_listed_by_their_paths() -> None:
    lines = printed([DocumentOutcome(Path(folder, "invoice.xml"), Status.ACCEPTED) for folder in ("a", "b")], 80)
    assert [line.split()[1] for line in lines[1:]] == ["a/invoice.xml", "b/invoice.xml"]


def test_columns_give_way_in_the_order_kind_date_seller(outcomes: list[DocumentOutcome]) -> None:
    headers = {width: printed(outcomes, width)[0].split() for width in WIDTHS}
    assert headers[160] == ["Document", "Format", "Number", "Date", "Seller", "Total"]
    assert headers[120] == ["Document", "Number", "Date", "Seller", "Total"]
    assert headers[80] == ["Document", "Number", "Seller", "Total"]
    assert headers[60] == ["Document", "Number", "Total"]


def test_only_the_verdict_is_coloured() -> None:
    stream = io.StringIO()
    invoices = tuple(InvoiceOutcome(status, "17") for status in (Status.ACCEPTED, Status.REVIEW))
    console = PlainConsole(stream, 80)
    console._color_system = ColorSystem.STANDARD
    show([DocumentOutcome(Path("a.pdf"), Status.REVIEW, invoices=invoices)], console)
    first, second = stream.getvalue().splitlines()[1:]
    assert first.startswith("\x1b[32m✓\x1b[0m a.pdf")
    assert second.startswith("└ \x1b[33m!\x1b[0m invoice 2 of 2")
