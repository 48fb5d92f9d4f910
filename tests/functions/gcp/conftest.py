"""The services as Cloud Run starts them: told by the environment, with fake-gcs-server as Google Cloud Storage."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from invoicy_gcp import composition

if TYPE_CHECKING:
    from google.cloud.storage import Client


@pytest.fixture
def bucket(gcs: "Client", gcs_bucket: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Name of the bucket that the services are told to use; nothing of an earlier test's clients is left."""
    assert gcs.project == "test"
    monkeypatch.setenv("INVOICY_BUCKET", gcs_bucket)
    monkeypatch.setenv("INVOICY_VERSION", "1.0")
    yield gcs_bucket
    for made in (composition.settings, composition.gcs, composition.pipeline):
        made.cache_clear()
