"""Leaves out what this machine cannot run, and says so; with --all what is missing is a failure."""

from collections import defaultdict

import pytest

from tests.requirements import REQUIREMENTS, Requirement

pytest_plugins = ("tests.emulators",)

_left_out: dict[str, list[str]] = defaultdict(list)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="fail where something that a test needs is missing")


def _missing(item: pytest.Item) -> list[Requirement]:
    return [r for r in REQUIREMENTS if item.get_closest_marker(r.marker) and not r.is_there()]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--all"):
        return
    kept: list[pytest.Item] = []
    dropped: list[pytest.Item] = []
    for item in items:
        missing = _missing(item)
        for requirement in missing:
            _left_out[requirement.cure].append(item.nodeid)
        (dropped if missing else kept).append(item)
    config.hook.pytest_deselected(items=dropped)
    items[:] = kept


def pytest_runtest_setup(item: pytest.Item) -> None:
    for requirement in _missing(item):
        pytest.fail(f"missing for this test: {requirement.cure}", pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for cure, tests in _left_out.items():
        terminalreporter.write_line(f"left out: {len(tests)} tests; to run them, {cure}")
