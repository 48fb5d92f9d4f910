"""The services as Cloud Run starts them: told by the environment, with fake-gcs-server as Google Cloud Storage."""

import pytest


@pytest.fixture
def bucket(gcs_bucket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of the bucket that the services are told to use."""
    monkeypatch.setenv("INVOICY_BUCKET", gcs_bucket)
    monkeypatch.setenv("INVOICY_VERSION", "1.0")
    return gcs_bucket
