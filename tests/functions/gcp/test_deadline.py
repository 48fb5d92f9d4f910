"""A time limit for documents."""

from contextvars import ContextVar
from threading import Event

import pytest

from invoicy.errors import TemporaryFaultError
from invoicy_gcp.deadline import within

CALLER: ContextVar[str] = ContextVar("caller")


def test_work_within_the_time_limit_returns_its_result() -> None:
    assert within(30, lambda: "done") == "done"


def test_an_error_of_the_work_is_raised_to_the_caller() -> None:
    with pytest.raises(TimeoutError, match="of the work"):
        within(30, lambda: (_ for _ in ()).throw(TimeoutError("of the work")))


def test_late_work_is_a_temporary_fault_and_continues() -> None:
    resume, done = Event(), Event()

    def late() -> None:
        resume.wait(30)
        done.set()

    with pytest.raises(TemporaryFaultError, match=r"0\.01 seconds"):
        within(0.01, late)
    resume.set()
    assert done.wait(30)


def test_the_work_has_the_context_of_its_caller() -> None:
    token = CALLER.set("the test")
    assert within(30, CALLER.get) == "the test"
    CALLER.reset(token)
