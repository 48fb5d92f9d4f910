"""The table of invoices: a row for each, and below it the reasons for its status."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from invoicy.cli.outputs.columns import COLUMNS, Column, folded, widths_of
from invoicy.cli.outputs.outcome import DocumentOutcome, InvoiceOutcome
from invoicy.documents.kinds import MAIL, PDF, XML, ZIP
from invoicy.readings.reading import Status
from invoicy.wording.printable import printable

_SIGNS = {Status.ACCEPTED: "✓", Status.REVIEW: "!", Status.REJECTED: "✗"}
_STYLES = {"✓": "green", "!": "yellow", "✗": "red"}
_CONTAINERS = {PDF: "PDF", MAIL: "e-mail", XML: "XML", ZIP: "ZIP"}
_SYNTAXES = {"ubl": "UBL", "cii": "CII", "zugferd1": "ZUGFeRD 1", "unknown": ""}
_CONTINUED = "└"
_INDENT = 2


class Row(Struct, frozen=True):
    """An invoice, or a document without one. cells: text by column. reasons: sentences below the row.

    sign: the sign of the status; └ for a further invoice of the document above, whose first cell then starts with the
    sign of its status.
    """

    sign: str
    cells: dict[str, str]
    reasons: tuple[str, ...] = ()


def show(outcomes: Sequence[DocumentOutcome], console: Console) -> None:
    """Print a row for each invoice."""
    rows = list(_rows(outcomes))
    widths, gap = widths_of([row.cells for row in rows], console.width - _INDENT)
    columns = [column for column in COLUMNS if column.name in widths]
    lines = [Text("  ") + _line({name: name for name in widths}, columns, widths, gap)]
    lines[0].stylize("dim")
    for row in rows:
        lines += _printed(row, columns, widths, gap)
        for reason in row.reasons:
            wrapped = Text(reason, "dim").wrap(console, console.width - _INDENT)
            lines += [Text("  ") + line for line in wrapped]
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)


def _rows(outcomes: Sequence[DocumentOutcome]) -> Iterator[Row]:
    names = Counter(outcome.path.name for outcome in outcomes)
    for outcome in outcomes:
        path = outcome.path if names[outcome.path.name] > 1 else outcome.path.name
        yield _first(outcome, printable(str(path)))
        for position, invoice in enumerate(outcome.invoices[1:], 2):
            name = f"{_SIGNS[invoice.status]} invoice {position} of {len(outcome.invoices)}"
            yield Row(_CONTINUED, _cells(name, "", invoice), _reasons(invoice.remark))


def _first(outcome: DocumentOutcome, name: str) -> Row:
    several = len(outcome.invoices) > 1
    invoice = outcome.invoices[0] if outcome.invoices else InvoiceOutcome(outcome.status)
    status = invoice.status if several and not outcome.remark else outcome.status
    reasons = _reasons(outcome.error or outcome.remark, invoice.remark)
    return Row(_SIGNS[status], _cells(name, _format(outcome), invoice), reasons)


def _cells(name: str, document_format: str, invoice: InvoiceOutcome) -> dict[str, str]:
    return {
        "Document": name,
        "Format": document_format,
        "Number": printable(invoice.number),
        "Date": invoice.issue_date,
        "Seller": printable(invoice.seller),
        "Total": printable(invoice.total),
    }


def _reasons(*sentences: str) -> tuple[str, ...]:
    return tuple(printable(sentence) for sentence in sentences if sentence)


def _format(outcome: DocumentOutcome) -> str:
    container = _CONTAINERS.get(outcome.media_type, "image" if outcome.media_type.startswith("image/") else "")
    syntax = _SYNTAXES.get(outcome.syntax, outcome.syntax)
    return syntax if container == "XML" and syntax else " · ".join(filter(None, (container, syntax)))


def _printed(row: Row, columns: list[Column], widths: dict[str, int], gap: int) -> Iterator[Text]:
    """Yield the lines of a row. A value too long for its column continues on the next line."""
    cells = [_lines_of(row.cells[column.name], column, widths[column.name]) for column in columns]
    for position, parts in enumerate(zip_longest(*cells, fillvalue="")):
        values = {column.name: part for column, part in zip(columns, parts, strict=True)}
        line = Text(f"{row.sign if position == 0 else ' '} ") + _line(values, columns, widths, gap)
        if position == 0:
            at = 2 if row.sign == _CONTINUED else 0
            line.stylize(_STYLES[line.plain[at]], at, at + 1)
        yield line


def _lines_of(value: str, column: Column, width: int) -> list[str]:
    if column.is_folded:
        return folded(value, width)
    text = Text(value)
    text.truncate(width, overflow="ellipsis")
    return [text.plain]


def _line(values: dict[str, str], columns: list[Column], widths: dict[str, int], gap: int) -> Text:
    padded = []
    for column in columns:
        value = values[column.name]
        blank = " " * (widths[column.name] - cell_len(value))
        padded.append(blank + value if column.is_right else value + blank)
    return Text((" " * gap).join(padded))
