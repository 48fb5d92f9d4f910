"""The signals that stop a run."""

import signal

import pytest

from invoicy.cli.process.exits import stoppable


def clear_up_after(stop: signal.Signals, done: list[str]) -> None:
    with stoppable():
        try:
            signal.raise_signal(stop)
        finally:
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGTERM)
            done.append("cleared up")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_stops_and_later_signals_do_not_interrupt_the_cleanup(stop: signal.Signals) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        clear_up_after(stop, done)
    assert done == ["cleared up"]
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with stoppable():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
            signal.raise_signal(signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)
