"""A client of the app with a pipeline in memory."""

from fastapi.testclient import TestClient

from invoicy.pipeline import Pipeline
from invoicy.settings import Settings
from invoicy.web.app import create_app
from tests.memory_pipeline import INVOICE

LIMIT = 128_000  # 125 kB


def client_of(pipeline: Pipeline, **environment: str) -> TestClient:
    settings = Settings.load({"INVOICY_MAX_UPLOAD_BYTES": str(LIMIT), **environment})
    return TestClient(create_app(pipeline, settings), raise_server_exceptions=False)


def detail_of(client: TestClient, path: str, status: int, content: bytes = INVOICE, **headers: str) -> str:
    """Send a document and return the detail of the problem, after a check of the status."""
    answer = client.post(
        path, content=content, headers={key.replace("_", "-"): value for key, value in headers.items()}
    )
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    detail: str = answer.json()["detail"]
    return detail
