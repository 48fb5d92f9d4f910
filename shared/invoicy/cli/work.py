"""Reads many documents, in this process or in several; one that breaks never stops the rest."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct

from invoicy.api import read
from invoicy.errors import InvoicyError
from invoicy.reading import Reading, Status

_IN_FLIGHT_PER_JOB = 4
_WORTH_A_POOL = 16

Render = Callable[[Reading], str]


class Task(Struct, frozen=True):
    """One document to read. out: where its result goes; None: back to the caller."""

    path: Path
    out: Path | None
    profile: str
    printed: bool
    render: Render


class Outcome(Struct, frozen=True):
    """What became of one document; small, so that thousands fit. error: why there is no reading at all."""

    path: Path
    status: Status
    syntax: str = ""
    media_type: str = ""
    number: str = ""
    issue_date: str = ""
    seller: str = ""
    total: str = ""
    currency: str = ""
    invoices: int = 0
    remark: str = ""
    error: str = ""
    text: str = ""

    @property
    def verdict(self) -> str:
        return "unreadable" if self.error else str(self.status)


def run(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Outcomes in the order of the tasks."""
    if jobs <= 1 or len(tasks) < _WORTH_A_POOL:
        yield from map(run_one, tasks)
        return
    yield from _run_in_processes(tasks, jobs)


def run_one(task: Task) -> Outcome:
    """Reads one document and writes its result; whatever goes wrong becomes the outcome."""
    try:
        reading = read(task.path, profile=task.profile, printed=task.printed)
        text = task.render(reading)
        if task.out is not None:
            from invoicy.cli.outputs import write_whole

            write_whole(task.out, text + "\n")
        return _outcome(task, reading, "" if task.out else text)
    except InvoicyError as error:
        return _failed(task, error.message)
    except OSError as error:
        return _failed(task, f"The result cannot be written: {error.strerror}.")
    except Exception as error:  # noqa: BLE001  a defect of ours must not cost the user the other documents
        return _failed(task, f"A defect in Invoicy ({type(error).__name__}: {error}); please report it.")


def _run_in_processes(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor  # 20 ms that one document need not pay
    from concurrent.futures.process import BrokenProcessPool

    remaining = iter(tasks)
    while batch := list(islice(remaining, jobs * _IN_FLIGHT_PER_JOB * _WORTH_A_POOL)):
        with ProcessPoolExecutor(jobs) as pool:
            futures = [(task, pool.submit(run_one, task)) for task in batch]
            for task, future in futures:
                try:
                    yield future.result()
                except BrokenProcessPool:
                    yield _run_alone(task)


def _run_alone(task: Task) -> Outcome:
    """Again in a process of its own, to tell the document that killed its worker from its neighbours."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(run_one, task).result()
    except BrokenProcessPool:
        return _failed(task, "Reading it ended the process, most likely for want of memory; read it alone.")


def _failed(task: Task, error: str) -> Outcome:
    return Outcome(task.path, Status.REJECTED, error=error)


def _outcome(task: Task, reading: Reading, text: str) -> Outcome:
    invoice = reading.invoices[0].invoice if reading.invoices else None
    findings = [*reading.findings, *(f for i in reading.invoices for f in i.findings)]
    worst = min(findings, key=lambda f: _WEIGHT[f.severity], default=None)
    totals = invoice.totals if invoice else None
    seller = invoice.seller if invoice else None
    return Outcome(
        task.path,
        reading.status,
        syntax=reading.syntax,
        media_type=reading.media_type,
        number=(invoice.number if invoice else None) or "",
        issue_date=str((invoice.issue_date if invoice else None) or ""),
        seller=(seller.name if seller else None) or "",
        total=_amount(totals.with_vat if totals else None),
        currency=(invoice.currency_code if invoice else None) or "",
        invoices=len(reading.invoices),
        remark=worst.message if worst and _WEIGHT[worst.severity] < _WEIGHT["information"] else "",
        text=text,
    )


_WEIGHT = {"fatal": 0, "warning": 1, "information": 2}


def _amount(value: object) -> str:
    return "" if value is None else f"{value:,}"
