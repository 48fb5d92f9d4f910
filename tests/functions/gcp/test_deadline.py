"""An answer in time."""

from contextvars import ContextVar
from threading import Event

import pytest

from invoicy.errors import TemporaryFaultError
from invoicy_gcp.deadline import within

WHO: ContextVar[str] = ContextVar("who", default="nobody")


def test_what_is_done_in_time_is_given_back() -> None:
    assert within(30, lambda: "done") == "done"


def test_an_error_is_raised_as_it_was() -> None:
    with pytest.raises(TimeoutError, match="of the work"):
        within(30, lambda: (_ for _ in ()).throw(TimeoutError("of the work")))


def test_what_is_late_is_a_fault_that_may_pass_and_goes_on() -> None:
    go_on, done = Event(), Event()

    def late() -> None:
        go_on.wait(30)
        done.set()

    with pytest.raises(TemporaryFaultError, match=r"0\.01 seconds"):
        within(0.01, late)
    go_on.set()
    assert done.wait(30)


def test_the_work_knows_what_its_caller_knows() -> None:
    token = WHO.set("the caller")
    assert within(30, WHO.get) == "the caller"
    WHO.reset(token)
