"""What a person sees: a table with a row for each document."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from invoicy.cli.work import Outcome
from invoicy.reading import Status

_STYLE = {Status.ACCEPTED: ("✓", "green"), Status.REVIEW: ("!", "yellow"), Status.REJECTED: ("✗", "red")}
_KINDS = {"application/pdf": "PDF", "message/rfc822": "e-mail", "application/xml": "XML", "application/zip": "ZIP"}
_SYNTAXES = {"ubl": "UBL", "cii": "CII", "zugferd1": "ZUGFeRD 1", "unknown": ""}


def show(outcomes: Iterable[Outcome], console: Console) -> None:
    """One row a document: what it is, what it says, and what is to be done."""
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    table.add_column("", width=1)
    table.add_column("Document", overflow="fold", max_width=34)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Number", overflow="fold", max_width=22)
    table.add_column("Date", no_wrap=True)
    table.add_column("Seller", overflow="ellipsis", no_wrap=True, max_width=30)
    table.add_column("Total", justify="right", no_wrap=True)
    table.add_column("Remark", overflow="fold", style="dim")
    for outcome in outcomes:
        table.add_row(*_row(outcome))
    console.print(table)


def _row(outcome: Outcome) -> tuple[Text | str, ...]:
    sign, style = _STYLE[outcome.status]
    more = f" +{outcome.invoices - 1}" if outcome.invoices > 1 else ""
    return (
        Text(sign, style=style),
        outcome.path.name,
        _kind(outcome),
        outcome.number + more,
        outcome.issue_date,
        outcome.seller,
        f"{outcome.total} {outcome.currency}".strip(),
        outcome.error or outcome.remark,
    )


def _kind(outcome: Outcome) -> str:
    container = _KINDS.get(outcome.media_type, "image" if outcome.media_type.startswith("image/") else "")
    syntax = _SYNTAXES.get(outcome.syntax, outcome.syntax)
    return syntax if container == "XML" and syntax else " · ".join(filter(None, (container, syntax)))
