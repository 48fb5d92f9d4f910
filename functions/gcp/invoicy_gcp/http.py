"""Cloud Run for HTTP: `python -m invoicy_gcp http`, or `uvicorn invoicy_gcp.http:app`."""

from typing import TYPE_CHECKING

from invoicy_gcp.composition import pipeline, settings, signer
from invoicy_gcp.telemetry import request_of

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Receive, Scope, Send


def __getattr__(name: str) -> "FastAPI":
    """The app, made when it is asked for: importing this module reads no settings and opens nothing."""
    if name != "app":
        raise AttributeError(name)
    from invoicy.web.addresses import uploads_router
    from invoicy.web.app import create_app

    app = create_app(pipeline(), settings())
    app.include_router(uploads_router(signer()))
    app.add_middleware(Traced)
    return app


class Traced:
    """ASGI middleware: what is logged and observed during a request belongs to the request's trace."""

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        headers = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope.get("headers", ()))
        with request_of(headers):
            await self._app(scope, receive, send)
