"""Is it alive, can it work, what is it."""

from fastapi import APIRouter, Request

from invoicy.pipeline import Pipeline
from invoicy.version import revision
from invoicy.web.answers import problems

router = APIRouter(tags=["service"])
_PROBE = "readyz"


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz", responses=problems(500, 503))
def readyz(request: Request) -> dict[str, str]:
    """The store answers; 503 where it does not."""
    pipeline: Pipeline = request.app.state.pipeline
    pipeline.store.keys(_PROBE)
    return {"status": "ready"}


@router.get("/version")
def version(request: Request) -> dict[str, str]:
    """The program's version and the revision it was built from."""
    pipeline: Pipeline = request.app.state.pipeline
    return {"version": pipeline.version, "revision": revision()}
