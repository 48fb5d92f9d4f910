"""Worker processes."""

import multiprocessing
import os
import signal
import time
from contextlib import suppress
from multiprocessing.process import BaseProcess

from invoicy.cli.runs.workers import LostJob, Workers


def double(number: int) -> int | LostJob:
    return 2 * number


def double_or_die(number: int) -> int | LostJob:
    if number == 3:
        os._exit(9)
    return 2 * number


def sleep(seconds: int) -> int:
    time.sleep(seconds)
    return seconds


def test_jobs_have_the_results_of_their_own_arguments() -> None:
    with Workers(2) as workers:
        futures = {number: workers.submit(double, number) for number in range(5)}
        assert [workers.result_of(futures[number], double, number) for number in range(5)] == [0, 2, 4, 6, 8]


def test_a_job_that_ends_its_process_is_lost_and_the_others_are_done() -> None:
    with Workers(2) as workers:
        futures = {number: workers.submit(double_or_die, number) for number in range(6)}
        results = [workers.result_of(futures[number], double_or_die, number) for number in range(6)]
    assert results == [0, 2, 4, LostJob(), 8, 10]


def stop_while_a_job_sleeps() -> list[BaseProcess]:
    """Raise inside the block and return the processes that were there."""
    with suppress(KeyboardInterrupt), Workers(1) as workers:
        workers.submit(sleep, 60)
        children = multiprocessing.active_children()
        raise KeyboardInterrupt
    return children


def test_an_exception_kills_the_processes() -> None:
    children = stop_while_a_job_sleeps()
    for child in children:
        child.join(30)
    assert [child.exitcode for child in children] == [-signal.SIGKILL]
