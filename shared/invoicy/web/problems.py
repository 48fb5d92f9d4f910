"""Errors as problem details (RFC 9457), each with a sentence that says what to do; for a browser, as a page."""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse

from invoicy.errors import InvoicyError
from invoicy.web.html.rendering import page, wants_html
from invoicy.web.parameters import EXPECTED

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 5
_LONGEST_QUOTE = 80
_log = logging.getLogger("invoicy.web")


def problem(status: int, detail: str, headers: dict[str, str] | None = None, *, accept: str = "") -> Response:
    """The response for a problem. accept: the Accept header of the request."""
    title = HTTPStatus(status).phrase
    if wants_html(accept):
        response = page("problem.html", status, title=title, detail=detail)
        response.headers.update(headers or {})
        return response
    body = {"type": "about:blank", "title": title, "status": int(status), "detail": detail}
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def register_problems(app: FastAPI) -> None:
    """Answer every error with a problem; an unforeseen one tells nothing of its inside."""
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(InvoicyError, _of_invoicy)
    app.add_exception_handler(ClientDisconnect, _of_hanging_up)
    app.add_exception_handler(Exception, _of_anything)


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    detail = _detail_of(request, error)
    return _answer(request, error.status_code, detail, dict(error.headers or {}))


async def _of_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is registered for
    return _answer(request, HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(map(_wrong_value, error.errors())))


async def _of_invoicy(request: Request, error: Exception) -> Response:
    assert isinstance(error, InvoicyError)  # noqa: S101 - what it is registered for
    _log.error("%s %s: %s", request.method, request.url.path, error.message)
    if error.retryable:
        detail = "Storage is not available just now; send the request again."
        return _answer(request, HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": str(RETRY_AFTER_SECONDS)})
    return _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, "The service is set up wrongly; its log says how.")


async def _of_hanging_up(request: Request, _error: Exception) -> Response:
    """An answer that nobody waits for any more; it ends the request without a traceback in the log."""
    _log.info("a caller hung up before the whole document was sent")
    return _answer(request, HTTPStatus.BAD_REQUEST, "The connection ended before the whole document was sent.")


async def _of_anything(request: Request, _error: Exception) -> Response:
    detail = "Something went wrong inside the service; its log says what."
    return _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)


def _answer(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    return problem(status, detail, headers, accept=request.headers.get("accept", ""))


def _detail_of(request: Request, error: HTTPException) -> str:
    """The sentence of the route that raised the error; ours where the framework found no route."""
    path = _quoted(request.url.path)
    if error.detail == HTTPStatus.NOT_FOUND.phrase:
        return f"There is nothing at {path}. You can ask for {', '.join(_paths(request.app))}."
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{request.method} is not possible at {path}; use {(error.headers or {}).get('Allow', 'GET')}."
    return error.detail


def _paths(app: FastAPI) -> Iterator[str]:
    yield from ("/", "/docs", "/openapi.json")
    yield from app.openapi()["paths"]


def _wrong_value(error: dict[str, Any]) -> str:
    """A sentence about one parameter: its name, what it should be, what it is."""
    name = str(error["loc"][-1])
    return f"{name} has to be {EXPECTED.get(name, 'valid')}, but it is {_quoted(str(error['input']))}."


def _quoted(text: str) -> str:
    return repr(text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…")
