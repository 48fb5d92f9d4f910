"""Cloud Run service for HTTP: `python -m invoicy_gcp http`, or `uvicorn --factory invoicy_gcp.http:app`."""

from typing import TYPE_CHECKING

from invoicy_gcp import composition
from invoicy_gcp.deadline import DeadlinePipeline
from invoicy_gcp.telemetry.tracing import request_trace

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Receive, Scope, Send

    from invoicy.pipeline import Pipeline
    from invoicy.settings import Settings
    from invoicy.web.routes.upload_urls import Sign


def app() -> "FastAPI":
    """Create the process's app."""
    settings = composition.settings()
    pipeline = DeadlinePipeline.of(composition.pipeline(), settings.deadline_seconds)
    return service(pipeline, settings, composition.signer())


def service(pipeline: "Pipeline", settings: "Settings", sign: "Sign") -> "FastAPI":
    """Create an app that reads documents and hands out signed URLs for uploads."""
    from invoicy.web.app import create_app  # FastAPI: 0.5 s of CPU, only for this service
    from invoicy.web.routes.upload_urls import uploads_router

    created = create_app(pipeline, settings)
    created.include_router(uploads_router(sign))
    created.add_middleware(TraceMiddleware)
    return created


class TraceMiddleware:
    """ASGI middleware that continues the trace of each request."""

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        headers = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope.get("headers", ()))
        with request_trace(headers):
            await self._app(scope, receive, send)
