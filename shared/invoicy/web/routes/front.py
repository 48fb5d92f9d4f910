"""/: a page with a form for a document; for an API client, an index of the service."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header, HTTPException, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, JSONResponse

from invoicy.documents.size_in_words import size_in_words
from invoicy.model.profiles import Profile
from invoicy.settings import Settings
from invoicy.web.callers import tenant_of_key
from invoicy.web.html.reading_page import values_of
from invoicy.web.html.rendering import TEMPLATES, page, wants_html
from invoicy.web.intake import HttpIntake, ReadOptions, ReadResult
from invoicy.web.request_bodies import file_of, form_of

router = APIRouter(include_in_schema=False)
_JSON = "application/json"
_FIELDS = ("key", "profile")
_WRONG_KEY = "The key is missing or unknown. Go back and enter a key of this service."
_LINKS = {
    "documents": "/v1/documents",
    "docs": "/docs",
    "openapi": "/openapi.json",
    "healthz": "/healthz",
    "readyz": "/readyz",
    "version": "/version",
}


@router.get("/")
def front(request: Request, accept: Annotated[str, Header()] = "") -> Response:
    """Return the front page, or the index for a request that accepts JSON and not HTML."""
    if _JSON in accept and not wants_html(accept):
        return JSONResponse({"name": "Invoicy", "version": request.app.state.pipeline.version, "links": _LINKS})
    settings: Settings = request.app.state.settings
    return page(
        "front.html",
        address=str(request.base_url).rstrip("/"),
        version=request.app.state.pipeline.version,
        needs_key=bool(settings.api_keys),
        profiles=list(Profile),
        own_profile=settings.profile,
        limit=size_in_words(settings.max_upload_bytes),
    )


@router.post("/")
async def read_in_browser(request: Request) -> Response:
    """Read the document of the front page's form and return the page of its reading."""
    if request.headers.get("sec-fetch-site") == "cross-site":
        raise HTTPException(HTTPStatus.FORBIDDEN, "The form was sent from another site. Open this page directly.")
    settings: Settings = request.app.state.settings
    async with form_of(request) as form:
        tenant = tenant_of_key(settings, str(form.get("key", "")), _WRONG_KEY)
        options = ReadOptions(_profile_in(str(form.get("profile", ""))))
        body = await file_of(form, fields=_FIELDS)
    if not body.content:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "Choose a file that is not empty.")
    intake: HttpIntake = request.app.state.intake
    result = await run_in_threadpool(intake.take, tenant, body, options)
    return _page_of(result, body.name)


@router.get("/style.css")
def style() -> Response:
    """Return the style sheet of every page."""
    return FileResponse(TEMPLATES / "style.css")


def _page_of(result: ReadResult, name: str) -> Response:
    """Render the page of a reading. name: name of the file in this request; the stored reading may have another."""
    return page("reading.html", name=name, stored=result.stored, **values_of(result.reading))


def _profile_in(text: str) -> Profile | None:
    if text and text not in set(Profile):
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, f"Unknown profile {text!r}.")
    return Profile(text) if text else None
