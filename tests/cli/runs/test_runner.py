"""Reading many documents: a document that kills a worker does not stop the others."""

import multiprocessing
import os
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

from invoicy.cli.runs.runner import ReadTask, run
from invoicy.readings.reading import Reading
from tests.xml_documents import ubl


def render_or_die(reading: Reading) -> str:
    """End the process for document 07.xml, as the kernel does when memory runs out."""
    if reading.name == "07.xml":
        os._exit(9)
    return reading.name


def render_with_a_defect(reading: Reading) -> str:
    raise KeyError(reading.name)


def test_a_document_that_ends_its_process_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:02}.xml" for number in range(20)]
    for file in files:
        file.write_bytes(ubl())
    outcomes = list(run([ReadTask(file, None, "auto", False, render_or_die) for file in files], jobs=2))
    assert [o.text for o in outcomes if not o.error] == [f.name for f in files if f.name != "07.xml"]
    assert [o.path.name for o in outcomes if "out of memory" in o.error] == ["07.xml"]


def test_a_defect_of_the_program_is_reported_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(ubl())
    (outcome,) = run([ReadTask(tmp_path / "a.xml", None, "auto", False, render_with_a_defect)], jobs=1)
    assert outcome.error.startswith("This is a defect in Invoicy (KeyError: 'a.xml'). Please report it.")


def _have_ended(workers: Sequence[BaseProcess], seconds: float) -> bool:
    """Look again and again: the pool's thread waits for them, too, and a join beside it may come back too early."""
    end = time.monotonic() + seconds
    while any(worker.is_alive() for worker in workers):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def test_a_run_that_is_closed_early_has_written_what_it_gave_and_ends_its_processes(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:02}.xml" for number in range(40)]
    for file in files:
        file.write_bytes(ubl())
    out = tmp_path / "out"
    out.mkdir()
    outcomes = run([ReadTask(file, out / file.name, "auto", False, Reading.to_json) for file in files], jobs=2)
    results = [next(outcomes) for _ in range(3)]
    workers = multiprocessing.active_children()
    outcomes.close()
    assert workers
    assert _have_ended(workers, seconds=20)
    assert sorted(file.name for file in out.iterdir()) == [outcome.path.name for outcome in results]
