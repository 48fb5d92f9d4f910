"""/docs: the API reference and its files."""

import pytest
from fastapi.testclient import TestClient


def test_the_page_loads_its_files_from_this_service(client: TestClient) -> None:
    text = client.get("/docs").text
    assert 'src="docs/swagger-ui-bundle.js"' in text
    assert "https://" not in text


@pytest.mark.parametrize(
    ("asset", "content"),
    [("swagger-ui-bundle.js", "SwaggerUIBundle"), ("swagger-ui.css", ".swagger-ui"), ("start.js", "openapi.json")],
)
def test_the_files_of_the_page_are_served(client: TestClient, asset: str, content: str) -> None:
    response = client.get(f"/docs/{asset}")
    assert response.status_code == 200
    assert content in response.text


@pytest.mark.parametrize("asset", ["app.py", "..%2Fmain.py", "swagger-ui.css.map"])
def test_other_files_are_not_served(client: TestClient, asset: str) -> None:
    assert client.get(f"/docs/{asset}").status_code == 404
