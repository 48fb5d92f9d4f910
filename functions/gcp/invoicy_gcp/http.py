"""Cloud Run for HTTP: `uvicorn invoicy_gcp.http:app`."""

from typing import TYPE_CHECKING

from invoicy_gcp.composition import pipeline, settings

if TYPE_CHECKING:
    from fastapi import FastAPI


def __getattr__(name: str) -> "FastAPI":
    """The app, made when it is asked for: importing this module reads no settings and opens nothing."""
    if name != "app":
        raise AttributeError(name)
    from invoicy.web.app import create_app

    return create_app(pipeline(), settings())
