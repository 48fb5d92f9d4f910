"""/healthz, /readyz, /version: the state and the version of the service."""

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from invoicy.pipeline import Pipeline
from invoicy.version import revision
from invoicy.web.openapi import problems

router = APIRouter(tags=["service"])


class State(BaseModel):
    """The state of the service."""

    status: str = Field(description="`ok` or `ready`")


class Version(BaseModel):
    """The version of the program."""

    version: str = Field(description="Version of the program, under which readings are stored")
    revision: str = Field(description="Commit from which the program was built; empty if it is unknown")


@router.get("/healthz", operation_id="isAlive", summary="Check that the service is running")
def healthz() -> State:
    """Return `ok` as long as the process runs."""
    return State(status="ok")


@router.get(
    "/readyz", operation_id="isReady", summary="Check that the service can store readings", responses=problems(500, 503)
)
def readyz(request: Request) -> State:
    """Try to write to the store. 503: it is temporarily unavailable. 500: its settings are wrong."""
    pipeline: Pipeline = request.app.state.pipeline
    pipeline.store.probe()
    return State(status="ready")


@router.get("/version", operation_id="getVersion", summary="Get the program's version")
def version(request: Request) -> Version:
    """Get the version and the commit from which it was built."""
    pipeline: Pipeline = request.app.state.pipeline
    return Version(version=pipeline.version, revision=revision())
