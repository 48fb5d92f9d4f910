"""/docs: Swagger UI for the OpenAPI document, with files of the package fastapi-offline."""

from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, HTTPException, Response
from starlette.responses import FileResponse

from invoicy.web.html.rendering import TEMPLATES, page

router = APIRouter(include_in_schema=False)
_ASSETS = ("swagger-ui-bundle.js", "swagger-ui.css")
_START = "start.js"


@router.get("/docs")
def docs() -> Response:
    """Return the page on which requests can be read and tried."""
    return page("docs.html", inline_styles=True)


@router.get("/docs/{asset}")
def asset(asset: str) -> Response:
    """Return a file of the page."""
    if asset == _START:
        return FileResponse(TEMPLATES / _START)
    folder = _folder()
    if folder is None or asset not in _ASSETS:
        raise HTTPException(404)
    return FileResponse(folder / asset)


def _folder() -> Path | None:
    """Return the folder of Swagger UI's files, without importing fastapi_offline, which would create an app."""
    spec = find_spec("fastapi_offline")
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) / "static" if places else None
