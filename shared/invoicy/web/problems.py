"""Errors as problem details (RFC 9457), each with a sentence that says what to do."""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from invoicy.errors import InvoicyError

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 5
_log = logging.getLogger("invoicy.web")


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """A response that tells of a problem."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def register_problems(app: FastAPI) -> None:
    """Answer every error with a problem; what is unforeseen says nothing of its inside."""
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(InvoicyError, _of_invoicy)
    app.add_exception_handler(Exception, _of_anything)


async def _of_http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    return problem(error.status_code, error.detail, dict(error.headers or {}))


async def _of_validation(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is registered for
    places = (".".join(str(step) for step in each["loc"]) + ": " + each["msg"] for each in error.errors())
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(places))


async def _of_invoicy(request: Request, error: Exception) -> Response:
    assert isinstance(error, InvoicyError)  # noqa: S101 - what it is registered for
    _log.error("%s %s: %s", request.method, request.url.path, error.message)
    if error.retryable:
        detail = "Storage is not available just now; send the request again."
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": str(RETRY_AFTER_SECONDS)})
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "The service is set up wrongly; its log says how.")


async def _of_anything(_request: Request, _error: Exception) -> Response:
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong inside; the service's log says what.")
