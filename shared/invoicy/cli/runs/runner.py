"""Reads many documents, in this process or in several. An error in a document does not stop the others."""

from collections import deque
from collections.abc import Generator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from shlex import quote

from msgspec import Struct, structs

from invoicy.api import read
from invoicy.cli.inputs.streams import STANDARD_INPUT_NAME
from invoicy.cli.outputs.attribution import Render
from invoicy.cli.outputs.files import write_whole
from invoicy.cli.outputs.outcome import DocumentOutcome, failed, outcome_of
from invoicy.cli.process.defects import defect_sentence
from invoicy.errors import InvoicyError
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Reading
from invoicy.wording.printable import printable

_IN_FLIGHT_PER_JOB = 16
_WORTH_A_POOL = 16
_MAX_COMMAND = 72


class ReadTask(Struct, frozen=True):
    """A document to read.

    out: file for the result; None returns the result to the caller. render: makes the text of the result. content: the
    bytes of standard input; None for a file. problem: a sentence if the document cannot be read, else "".
    """

    path: Path
    out: Path | None
    profile: str
    printed: bool
    render: Render
    content: bytes | None = None
    problem: str = ""


def run(tasks: Sequence[ReadTask], jobs: int) -> Generator[DocumentOutcome, None, None]:
    """Yield the outcomes in the order of the tasks, each after its result is written.

    Only this process writes files: after an early stop, exactly the results of the yielded outcomes are written.
    """
    with closing(_read_all(tasks, jobs)) as outcomes:
        for task, outcome in zip(tasks, outcomes, strict=True):
            yield _written(task, outcome)


def _read_all(tasks: Sequence[ReadTask], jobs: int) -> Generator[DocumentOutcome, None, None]:
    if jobs <= 1 or len(tasks) < _WORTH_A_POOL:
        yield from map(read_document, tasks)
    else:
        yield from _read_in_processes(tasks, jobs)


def read_document(task: ReadTask) -> DocumentOutcome:
    """Read a document and render its reading. Never raises: the outcome contains the error."""
    if task.problem:
        return failed(task.path, task.problem, names_path=True)
    try:
        return outcome_of(task.path, *_read_and_rendered(task), check=_check(task))
    except InvoicyError as error:
        return failed(task.path, error.message, names_path=True)
    except Exception as error:  # noqa: BLE001  a defect of the program must not stop the other documents
        return failed(task.path, defect_sentence(error))


def _read_and_rendered(task: ReadTask) -> tuple[Reading, str]:
    source, name = (task.path, "") if task.content is None else (task.content, STANDARD_INPUT_NAME)
    reading = read(source, name=name, profile=task.profile, printed=task.printed)
    return reading, task.render(reading)


def _check(task: ReadTask) -> str:
    """Return the command that lists all findings; "" if it would read something else, or is too long to copy."""
    path = str(task.path)
    if task.printed or task.content is not None or path.startswith("-") or printable(path) != path:
        return ""
    profile = "" if task.profile == Profile.AUTO else f"--profile {task.profile} "
    command = f"invoicy check {profile}{quote(path)}"
    return command if len(command) <= _MAX_COMMAND else ""


def _written(task: ReadTask, outcome: DocumentOutcome) -> DocumentOutcome:
    if task.out is None or outcome.error:
        return outcome
    try:
        write_whole(task.out, outcome.text + "\n")
    except OSError as error:
        return failed(task.path, f"The result cannot be written: {error.strerror}.")
    return structs.replace(outcome, text="")


def _read_in_processes(tasks: Sequence[ReadTask], jobs: int) -> Generator[DocumentOutcome, None, None]:
    from invoicy.cli.runs.workers import LostJob, Workers  # takes 20 ms, which a single document does not need

    remaining = iter(tasks)
    with Workers(jobs) as workers:
        first = islice(remaining, jobs * _IN_FLIGHT_PER_JOB)
        in_flight = deque((task, workers.submit(read_document, task)) for task in first)
        while in_flight:
            task, future = in_flight.popleft()
            outcome = workers.result_of(future, read_document, task)
            in_flight.extend((later, workers.submit(read_document, later)) for later in islice(remaining, 1))
            yield _crashed(task) if isinstance(outcome, LostJob) else outcome


def _crashed(task: ReadTask) -> DocumentOutcome:
    return failed(task.path, "The process that read it ended, probably out of memory. Read this document alone.")
