"""The images run by their own entry points."""

import pytest

from tests.images.engine import TARGETS, configuration, run

pytestmark = pytest.mark.container


@pytest.mark.parametrize("target", TARGETS)
def test_it_runs_as_a_number_that_is_not_root(images: dict[str, str], target: str) -> None:
    user, _, group = configuration(images[target])["User"].partition(":")
    assert int(user) > 0
    assert int(group) > 0
    assert run(images[target], "/usr/bin/id", "-u").strip() == user


@pytest.mark.parametrize("target", TARGETS)
def test_it_names_its_stop_signal(images: dict[str, str], target: str) -> None:
    assert configuration(images[target])["StopSignal"] == "SIGTERM"


@pytest.mark.parametrize("target", ["lambda", "cloudrun"])
def test_it_reads_an_invoice_with_nothing_to_write_to(images: dict[str, str], target: str) -> None:
    program = "import invoicy; print(invoicy.read(b'<x/>').status)"
    assert run(images[target], "/opt/invoicy/bin/python", "-c", program).strip() == "rejected"


@pytest.mark.parametrize("target", ["lambda", "cloudrun"])
def test_it_starts_the_environments_python_itself(images: dict[str, str], target: str) -> None:
    config = configuration(images[target])
    command = " ".join([*(config["Entrypoint"] or []), *config["Cmd"]])
    assert "/opt/invoicy/bin/python" in command
    assert "uv run" not in command
