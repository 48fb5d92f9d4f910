"""A client of the app over a pipeline in memory."""

from fastapi.testclient import TestClient

from invoicy.pipeline import Pipeline
from invoicy.settings import Settings
from invoicy.web.app import create_app

LIMIT = 128_000  # 125 kB


def client_of(pipeline: Pipeline, **environment: str) -> TestClient:
    settings = Settings.load({"INVOICY_MAX_UPLOAD_BYTES": str(LIMIT), **environment})
    return TestClient(create_app(pipeline, settings), raise_server_exceptions=False)
