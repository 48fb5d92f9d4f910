"""The OpenAPI document."""

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from invoicy.settings import ApiKeys, Settings
from invoicy.web.app import create_app
from invoicy.web.parameters import EXPECTED
from invoicy.web.routes.upload_urls import uploads_router
from tests.memory_pipeline import MemoryPipeline


@pytest.fixture
def described() -> dict[str, Any]:
    app = create_app(MemoryPipeline().pipeline(), Settings())
    app.include_router(uploads_router(lambda key, _: (key, {})))
    answer: dict[str, Any] = TestClient(app).get("/openapi.json").json()
    return answer


def operations(described: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in described["paths"].values() for operation in path.values()]


def test_it_names_every_answer(described: dict[str, Any]) -> None:
    paths = described["paths"]
    assert set(paths) == {
        "/healthz",
        "/readyz",
        "/version",
        "/v1/documents",
        "/v1/documents/{document_id}",
        "/v1/uploads",
    }
    post = paths["/v1/documents"]["post"]
    assert set(post["requestBody"]["content"]) == {"application/octet-stream", "multipart/form-data"}
    assert {"200", "201", "400", "401", "413", "422", "503"} <= set(post["responses"])
    assert {"200", "401", "404", "422"} <= set(paths["/v1/documents/{document_id}"]["get"]["responses"])
    text = json.dumps(described)
    assert "HTTPValidationError" not in text
    assert set(re.findall('"#/components/schemas/([^"]+)"', text)) <= set(described["components"]["schemas"])


def test_every_operation_has_an_id_a_summary_and_a_description(described: dict[str, Any]) -> None:
    ids = [operation["operationId"] for operation in operations(described)]
    assert ids == ["readDocument", "getReading", "isAlive", "isReady", "getVersion", "createUpload"]
    assert all(operation["summary"] and operation["description"] for operation in operations(described))


def test_every_parameter_and_every_property_has_a_description(described: dict[str, Any]) -> None:
    parameters = [each for operation in operations(described) for each in operation.get("parameters", ())]
    assert {each["name"] for each in parameters} == set(EXPECTED)
    assert [each["name"] for each in parameters if not each.get("description")] == []
    schemas = described["components"]["schemas"]
    assert schemas["Invoice"]["properties"]["number"]["description"] == "Invoice number (BT-1)"
    assert [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, each in schema.get("properties", {}).items()
        if not each.get("description")
    ] == []


@pytest.mark.parametrize(("keys", "security"), [("", [{"key": []}, {}]), ("acme=k1", [{"key": []}])])
def test_the_key_is_a_security_scheme_that_is_needed_where_there_are_keys(
    keys: str, security: list[dict[str, list[str]]]
) -> None:
    described = create_app(MemoryPipeline().pipeline(), Settings(api_keys=ApiKeys(keys))).openapi()
    assert described["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    documents = [operation for operation in operations(described) if operation["tags"] == ["documents"]]
    assert [operation.get("security") for operation in documents] == [security] * 2


def test_only_parameters_that_are_published_are_taken(described: dict[str, Any]) -> None:
    app = create_app(MemoryPipeline().pipeline(), Settings())
    app.include_router(uploads_router(lambda key, _: (key, {})))
    client = TestClient(app)
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            if operation["tags"] != ["documents"]:
                continue
            names = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"}
            detail = client.request(method, path.format(document_id="0" * 64), params={"raed": "1"}).json()["detail"]
            known = detail.partition("Known here: ")[2].rstrip(".")
            assert {name for name in known.split(", ") if name} == names, path


def test_it_is_made_once() -> None:
    app = create_app(MemoryPipeline().pipeline(), Settings())
    assert app.openapi() is app.openapi()
