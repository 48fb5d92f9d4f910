"""POST /v1/uploads, with any cloud's signature."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from invoicy.settings import ApiKeys, Settings
from invoicy.web.app import create_app
from invoicy.web.routes.upload_urls import uploads_router
from tests.memory_pipeline import MemoryPipeline


def sign(key: str, media_type: str) -> tuple[str, dict[str, str]]:
    return f"https://storage.example.com/{key}", {"Content-Type": media_type}


def client(settings: Settings) -> TestClient:
    app = create_app(MemoryPipeline().pipeline(), settings)
    app.include_router(uploads_router(sign))
    return TestClient(app)


def asked(settings: Settings | None = None, **parameters: str) -> dict[str, Any]:
    answer = client(settings or Settings()).post("/v1/uploads", params=parameters)
    assert answer.status_code == 201
    address: dict[str, Any] = answer.json()
    return address


def test_an_address_leads_to_a_place_of_its_own() -> None:
    address = asked(name="a.pdf", media_type="application/pdf")
    assert address == {
        "url": f"https://storage.example.com/uploads/default/{address['id']}/a.pdf",
        "headers": {"Content-Type": "application/pdf"},
        "id": address["id"],
    }
    assert asked()["id"] != address["id"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\in\\a.pdf", "a.pdf"), ("in/", "document"), ("März 1.pdf", "März 1.pdf")],
)
def test_a_name_is_a_label_and_no_path(name: str, kept: str) -> None:
    address = asked(name=name)
    assert address["url"].endswith(f"/{address['id']}/{kept}")


@pytest.mark.parametrize("media_type", ["", "text", "text/xml; charset=utf-8", "a/b\r\nx-goog-acl: public-read"])
def test_an_invalid_media_type_is_refused(media_type: str) -> None:
    assert client(Settings()).post("/v1/uploads", params={"media_type": media_type}).status_code == 422


def test_only_a_caller_with_a_key_gets_a_url_and_it_is_of_its_own_tenant() -> None:
    knowing = client(Settings(api_keys=ApiKeys("acme=secret")))
    assert knowing.post("/v1/uploads").status_code == 401
    answer = knowing.post("/v1/uploads", headers={"authorization": "Bearer secret"})
    assert "/uploads/acme/" in answer.json()["url"]
