"""The app factory. The laptop, AWS Lambda and Google Cloud Run serve the same app."""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI

from invoicy.pipeline import Pipeline
from invoicy.settings import Settings
from invoicy.web.intake import HttpIntake, ReadEvent
from invoicy.web.middleware.body_limit import BodyLimit
from invoicy.web.middleware.head_requests import HeadLikeGet
from invoicy.web.openapi import schemas
from invoicy.web.problems import register_problems
from invoicy.web.routes import docs, documents, front, health

_DESCRIPTION = """Send a document and get its reading. A document is an e-invoice XML, a PDF with or without XML inside,
or an e-mail. A reading contains the invoices by the business terms of EN 16931, the place of each value on the page,
and findings.

    curl --data-binary @invoice.pdf 'ADDRESS/v1/documents?name=invoice.pdf'

ADDRESS is the address of this service, such as `http://127.0.0.1:8000`.
"""
_TAGS = [
    {"name": "documents", "description": "Read documents and fetch their readings."},
    {"name": "service", "description": "State of the service."},
]


class App(FastAPI):
    """FastAPI with the schema of readings added to its OpenAPI document: they are not pydantic models."""

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is not None:
            return self.openapi_schema
        document = super().openapi()
        document.setdefault("components", {}).setdefault("schemas", {}).update(schemas())
        if not self.state.settings.api_keys:
            _make_key_optional(document)
        return document


def _make_key_optional(document: dict[str, Any]) -> None:
    """Mark the key as optional in the OpenAPI document of a service without keys."""
    for operation in (operation for path in document["paths"].values() for operation in path.values()):
        if "security" in operation:
            operation["security"] = [*operation["security"], {}]


def create_app(pipeline: Pipeline, settings: Settings, on_read: Callable[[ReadEvent], None] | None = None) -> FastAPI:
    """Create the app for a pipeline. It opens no connection before the first request.

    on_read: called after each document.
    """
    app = App(
        title="Invoicy",
        summary="An invoice in any form becomes one checked, structured EN 16931 invoice",
        description=_DESCRIPTION,
        version=pipeline.version,
        openapi_tags=_TAGS,
        docs_url=None,  # FastAPI's page loads scripts from a CDN; routes/docs.py has a page that does not
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.pipeline = pipeline
    app.state.settings = settings
    app.state.intake = HttpIntake(pipeline, settings, on_read)
    for module in (front, docs, documents, health):
        app.include_router(module.router)
    register_problems(app)
    app.add_middleware(BodyLimit, limit=settings.max_upload_bytes)
    app.add_middleware(HeadLikeGet)
    return app
