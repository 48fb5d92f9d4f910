"""Request bodies and responses in the app's OpenAPI document."""

from typing import Any

from invoicy.web.problems import MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]

_READING = {"application/json": {"schema": {"$ref": "#/components/schemas/Reading"}}}
_STORED = {
    "description": "`yes` if the reading can be fetched later; `no` for a reading by another profile than the "
    "service's, or of the printed pages only",
    "schema": {"type": "string", "enum": ["yes", "no"]},
}
_LOCATION = {
    "description": "Path of the reading, if it is stored",
    "schema": {"type": "string", "format": "uri-reference"},
}
_HEADERS = {"Invoicy-Stored": _STORED, "Location": _LOCATION}
NEW: dict[str, Any] = {"description": "The reading; it was stored now", "content": _READING, "headers": _HEADERS}
SAME: dict[str, Any] = {
    "description": "The reading; it was stored before, because these bytes were sent before, or it is not stored",
    "content": _READING,
    "headers": _HEADERS,
}
FETCHED: dict[str, Any] = {"description": "The reading", "content": _READING}

_BYTES = {"type": "string", "format": "binary", "minLength": 1}
ANY_BODY = {
    "requestBody": {
        "required": True,
        "description": "The document: its bytes with any media type, or a form with one file",
        "content": {
            "application/octet-stream": {"schema": {**_BYTES, "description": "The document's bytes"}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {**_BYTES, "description": "The document"}},
                    "additionalProperties": False,
                }
            },
        },
    }
}

_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_SENTENCES = {
    400: "The request has no document, or the document was damaged in transfer",
    401: "The key is missing or unknown",
    404: "No document with this id was read",
    413: "The document is too large",
    415: "The body is compressed",
    422: "A parameter is unknown, or its value is invalid",
    500: "The service failed",
    503: "The storage is temporarily unavailable; try again",
}
_PROBLEM_SCHEMA = {
    "type": "object",
    "description": "Problem details (RFC 9457)",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "about:blank"},
        "title": {"type": "string", "description": "Name of the status"},
        "status": {"type": "integer", "description": "Status of the response"},
        "detail": {"type": "string", "description": "One or two sentences for people"},
    },
}


def problems(*statuses: int) -> Responses:
    """Return the responses of these statuses, each with problem details as its body."""
    return {
        status: {"description": _SENTENCES[status], "content": {MEDIA_TYPE: {"schema": _PROBLEM}}}
        for status in statuses
    }


def schemas() -> dict[str, Any]:
    """Return the schemas that responses refer to: the reading with its parts, and the problem details."""
    from invoicy.readings.schema import schemas_of_reading  # only needed for the OpenAPI document

    return {**schemas_of_reading("#/components/schemas/{name}"), "Problem": _PROBLEM_SCHEMA}
