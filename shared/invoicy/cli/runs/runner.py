"""Reads many documents, in this process or in several; one that breaks never stops the rest."""

from collections import deque
from collections.abc import Generator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from shlex import quote

from msgspec import Struct, structs

from invoicy.api import read
from invoicy.cli.inputs.documents import STANDARD_INPUT_NAME
from invoicy.cli.outputs.attribution import Render
from invoicy.cli.outputs.files import write_whole
from invoicy.cli.outputs.outcome import DocumentOutcome, failed, outcome_of
from invoicy.cli.process.defects import reported
from invoicy.errors import InvoicyError
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Reading
from invoicy.wording.printable import printable

_IN_FLIGHT_PER_JOB = 16
_WORTH_A_POOL = 16
_LONGEST_COMMAND = 72


class ReadTask(Struct, frozen=True):
    """One document to read.

    out: the file for its result; None: back to the caller. content: the bytes, where the path is no file. problem: a
    sentence on why there is nothing to read.
    """

    path: Path
    out: Path | None
    profile: str
    printed: bool
    render: Render
    content: bytes | None = None
    problem: str = ""


def run(tasks: Sequence[ReadTask], jobs: int) -> Generator[DocumentOutcome, None, None]:
    """Outcomes in the order of the tasks; the result of each is written before it comes.

    Only this process writes, so that a run that is closed early has written what it gave, and nothing else.
    """
    with closing(_read_all(tasks, jobs)) as outcomes:
        for task, outcome in zip(tasks, outcomes, strict=True):
            yield _written(task, outcome)


def _read_all(tasks: Sequence[ReadTask], jobs: int) -> Generator[DocumentOutcome, None, None]:
    if jobs <= 1 or len(tasks) < _WORTH_A_POOL:
        yield from map(run_one, tasks)
    else:
        yield from _read_in_processes(tasks, jobs)


def run_one(task: ReadTask) -> DocumentOutcome:
    """Reads one document and renders the reading; whatever goes wrong becomes the outcome."""
    if task.problem:
        return failed(task.path, task.problem, names_path=True)
    try:
        return outcome_of(task.path, *_read_and_rendered(task), check=_check(task))
    except InvoicyError as error:
        return failed(task.path, error.message, names_path=True)
    except Exception as error:  # noqa: BLE001  a defect of ours must not cost the user the other documents
        return failed(task.path, reported(error))


def _read_and_rendered(task: ReadTask) -> tuple[Reading, str]:
    source, name = (task.path, "") if task.content is None else (task.content, STANDARD_INPUT_NAME)
    reading = read(source, name=name, profile=task.profile, printed=task.printed)
    return reading, task.render(reading)


def _check(task: ReadTask) -> str:
    """The command that lists all findings; empty where it would be another reading, or cannot be copied from a line."""
    path = str(task.path)
    if task.printed or task.content is not None or path.startswith("-") or printable(path) != path:
        return ""
    profile = "" if task.profile == Profile.AUTO else f"--profile {task.profile} "
    command = f"invoicy check {profile}{quote(path)}"
    return command if len(command) <= _LONGEST_COMMAND else ""


def _written(task: ReadTask, outcome: DocumentOutcome) -> DocumentOutcome:
    if task.out is None or outcome.error:
        return outcome
    try:
        write_whole(task.out, outcome.text + "\n")
    except OSError as error:
        return failed(task.path, f"The result cannot be written: {error.strerror}.")
    return structs.replace(outcome, text="")


def _read_in_processes(tasks: Sequence[ReadTask], jobs: int) -> Generator[DocumentOutcome, None, None]:
    from invoicy.cli.runs.workers import Lost, Workers  # 20 ms that one document need not pay

    remaining = iter(tasks)
    with Workers(jobs) as workers:
        first = islice(remaining, jobs * _IN_FLIGHT_PER_JOB)
        in_flight = deque((task, workers.submit(run_one, task)) for task in first)
        while in_flight:
            task, future = in_flight.popleft()
            outcome = workers.result_of(future, run_one, task)
            in_flight.extend((later, workers.submit(run_one, later)) for later in islice(remaining, 1))
            yield _ended_its_process(task) if isinstance(outcome, Lost) else outcome


def _ended_its_process(task: ReadTask) -> DocumentOutcome:
    return failed(task.path, "Reading it ended the process, most likely for want of memory; read it alone.")
