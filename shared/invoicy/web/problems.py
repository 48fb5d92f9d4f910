"""Errors as problem details (RFC 9457) with a sentence that says what to do; for a browser, as a page."""

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
_MAX_QUOTE = 80
_log = logging.getLogger("invoicy.web")


def problem(status: int, detail: str, headers: dict[str, str] | None = None, *, accept: str = "") -> Response:
    """Return the response for a problem. detail: a sentence for people. accept: Accept header of the request."""
    title = HTTPStatus(status).phrase
    if wants_html(accept):
        response = page("problem.html", status, title=title, detail=detail)
        response.headers.update(headers or {})
        return response
    body = {"type": "about:blank", "title": title, "status": int(status), "detail": detail}
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def register_problems(app: FastAPI) -> None:
    """Respond to every error with problem details. An unexpected error is only described in the log."""
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(InvoicyError, _of_invoicy)
    app.add_exception_handler(ClientDisconnect, _of_disconnect)
    app.add_exception_handler(Exception, _of_unexpected)


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class
    detail = _detail_of(request, error)
    return _answer(request, error.status_code, detail, dict(error.headers or {}))


async def _of_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class
    return _answer(request, HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(map(_invalid_value, error.errors())))


async def _of_invoicy(request: Request, error: Exception) -> Response:
    assert isinstance(error, InvoicyError)  # noqa: S101 - registered for this class
    _log.error("%s %s: %s", request.method, request.url.path, error.message)
    if error.retryable:
        detail = "The storage is temporarily unavailable. Send the request again."
        return _answer(request, HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": str(RETRY_AFTER_SECONDS)})
    return _answer(
        request, HTTPStatus.INTERNAL_SERVER_ERROR, "The service is configured wrongly. Its log has the details."
    )


async def _of_disconnect(request: Request, _error: Exception) -> Response:
    """End the request without a traceback in the log. The client no longer waits for the response."""
    _log.info("a client disconnected before the whole document was sent")
    return _answer(request, HTTPStatus.BAD_REQUEST, "The connection ended before the whole document was sent.")


async def _of_unexpected(request: Request, _error: Exception) -> Response:
    detail = "The service failed. Its log has the details."
    return _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)


def _answer(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    return problem(status, detail, headers, accept=request.headers.get("accept", ""))


def _detail_of(request: Request, error: HTTPException) -> str:
    """Return the sentence of the route, or a sentence of this module if there is no such route or method."""
    path = _quoted(request.url.path)
    if error.detail == HTTPStatus.NOT_FOUND.phrase:
        return f"There is nothing at {path}. The paths of this service are {', '.join(_paths(request.app))}."
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{path} does not support {request.method}; use {(error.headers or {}).get('Allow', 'GET')}."
    return error.detail


def _paths(app: FastAPI) -> Iterator[str]:
    yield from ("/", "/docs", "/openapi.json")
    yield from app.openapi()["paths"]


def _invalid_value(error: dict[str, Any]) -> str:
    """Return a sentence about a parameter: its name, the valid values and its value."""
    name = str(error["loc"][-1])
    return f"{name} must be {EXPECTED.get(name, 'valid')}, not {_quoted(str(error['input']))}."


def _quoted(text: str) -> str:
    return repr(text if len(text) <= _MAX_QUOTE else f"{text[:_MAX_QUOTE]}…")
