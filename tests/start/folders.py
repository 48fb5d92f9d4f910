"""A folder outside pytest's own, which no other user may enter."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="invoicy-start-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)
