"""A machine for each test of the start."""

from pathlib import Path

import pytest

from tests.start.machine import Machine


@pytest.fixture
def machine(folder: Path) -> Machine:
    return Machine(folder)
