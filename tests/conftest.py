"""Leave out tests that this machine cannot run or that take long, and list them; with --all, a missing tool fails."""

import os

import pytest

from tests.requirements import REQUIREMENTS, Requirement

pytest_plugins = ("tests.emulators", "tests.start.folders")

LONG = ("container", "slow")
_left_out: dict[str, int] = {}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all", action="store_true", help="run all, and fail where something that a test needs is missing"
    )


def pytest_configure() -> None:
    """Forget the width of a terminal, which xdist passes on to its workers: output looks as it does in a pipe."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)


def _missing(item: pytest.Item) -> list[Requirement]:
    return [r for r in REQUIREMENTS if item.get_closest_marker(r.marker) and not r.is_there()]


def _cures(item: pytest.Item) -> list[str]:
    """The cures that make the test run; empty where it runs already."""
    long = ["`make test_all`"] if any(item.get_closest_marker(marker) for marker in LONG) else []
    return [requirement.cure for requirement in _missing(item)] or long


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--all"):
        return
    chosen = bool(config.getoption("markexpr"))  # tests chosen by a marker run
    dropped = [item for item in items if (_missing(item) if chosen else _cures(item))]
    for item in dropped:
        cure = " and ".join(_cures(item))
        _left_out[cure] = _left_out.get(cure, 0) + 1
    config.hook.pytest_deselected(items=dropped)
    items[:] = [item for item in items if item not in dropped]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for requirement in _missing(item):
        pytest.fail(f"missing for this test: {requirement.cure}", pytrace=False)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Report from a worker of xdist to its controller, which collects nothing; every worker collects the same."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = _left_out


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    _left_out.update(getattr(node, "workeroutput", {}).get("left_out", {}))


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last lines of all, below the table of coverage and the counts."""
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    for cure, count in sorted(_left_out.items()):
        if isinstance(terminal, pytest.TerminalReporter):
            terminal.write_line(f"left out: {count} {'test' if count == 1 else 'tests'}; to run them: {cure}")
