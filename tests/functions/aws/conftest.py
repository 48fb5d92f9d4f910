"""The functions as Lambda starts them: told by the environment, with moto as AWS."""

from collections.abc import Callable
from pathlib import Path

import pytest

_EVENTS = Path(__file__).parent / "events"


@pytest.fixture
def bucket(s3_bucket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of the bucket that the functions are told to use."""
    monkeypatch.setenv("INVOICY_BUCKET", s3_bucket)
    monkeypatch.setenv("INVOICY_VERSION", "1.0")
    return s3_bucket


@pytest.fixture
def event_text() -> Callable[[str], str]:
    """A recorded event by its name."""
    return lambda name: (_EVENTS / f"{name}.json").read_text()
