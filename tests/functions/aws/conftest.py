"""The functions as Lambda starts them: told by the environment, with moto as AWS."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from invoicy_aws import composition, http

_EVENTS = Path(__file__).parent / "events"


@pytest.fixture
def bucket(s3_bucket: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Name of the bucket that the functions are told to use; nothing of an earlier test's clients is left."""
    monkeypatch.setenv("INVOICY_BUCKET", s3_bucket)
    monkeypatch.setenv("INVOICY_VERSION", "1.0")
    yield s3_bucket
    for made in (composition.settings, composition.s3, composition.pipeline, http._adapter):
        made.cache_clear()


@pytest.fixture
def event_text() -> Callable[[str], str]:
    """A recorded event by its name."""
    return lambda name: (_EVENTS / f"{name}.json").read_text()
