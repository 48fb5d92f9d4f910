"""The app factory: the same app on the laptop, on Lambda and on Cloud Run."""

from typing import Any

from fastapi import FastAPI

from invoicy.pipeline import Pipeline
from invoicy.settings import Settings
from invoicy.web import documents, health
from invoicy.web.answers import schemas
from invoicy.web.limits import BodyLimit
from invoicy.web.problems import register_problems


class App(FastAPI):
    """FastAPI whose published schema knows the readings, which no pydantic model describes."""

    def openapi(self) -> dict[str, Any]:
        described = super().openapi()
        described.setdefault("components", {}).setdefault("schemas", {}).update(schemas())
        return described


def create_app(pipeline: Pipeline, settings: Settings) -> FastAPI:
    """The app on a pipeline. Nothing is opened or read before the first request."""
    app = App(
        title="Invoicy",
        summary="An invoice in any form becomes one checked, structured EN 16931 invoice",
        version=pipeline.version,
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.pipeline = pipeline
    app.state.settings = settings
    app.include_router(health.router)
    app.include_router(documents.router)
    register_problems(app)
    app.add_middleware(BodyLimit, limit=settings.max_upload_bytes)
    return app
