"""The state of the service: whether it lives, whether it can work, which version it is."""

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from invoicy.pipeline import Pipeline
from invoicy.version import revision
from invoicy.web.openapi import problems

router = APIRouter(tags=["service"])


class State(BaseModel):
    """The state in a word."""

    status: str = Field(description="`ok` or `ready`")


class Version(BaseModel):
    """The program that answers."""

    version: str = Field(description="Version of the program, under which readings are stored")
    revision: str = Field(description="Commit that the program was built from; empty where it is not known")


@router.get("/healthz", operation_id="isAlive", summary="Ask whether the service lives")
def healthz() -> State:
    """Answer as long as the process can."""
    return State(status="ok")


@router.get("/readyz", operation_id="isReady", summary="Ask whether the service can work", responses=problems(500, 503))
def readyz(request: Request) -> State:
    """Try to write to the store. 503: it is not available just now. 500: its settings are wrong."""
    pipeline: Pipeline = request.app.state.pipeline
    pipeline.store.probe()
    return State(status="ready")


@router.get("/version", operation_id="getVersion", summary="Ask for the program's version")
def version(request: Request) -> Version:
    """Get the version and the revision that it was built from."""
    pipeline: Pipeline = request.app.state.pipeline
    return Version(version=pipeline.version, revision=revision())
