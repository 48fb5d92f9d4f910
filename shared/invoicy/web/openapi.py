"""The published schema's part on bodies and answers."""

from typing import Any

from invoicy.web.problems import MEDIA_TYPE

Answers = dict[int | str, dict[str, Any]]

_READING = {"application/json": {"schema": {"$ref": "#/components/schemas/Reading"}}}
_STORED = {
    "description": "`yes` where the reading can be fetched later; `no` for one by another profile than the service's, "
    "or of the printed pages alone",
    "schema": {"type": "string", "enum": ["yes", "no"]},
}
_LOCATION = {
    "description": "Path of the reading, where it is stored",
    "schema": {"type": "string", "format": "uri-reference"},
}
_HEADERS = {"Invoicy-Stored": _STORED, "Location": _LOCATION}
NEW: dict[str, Any] = {"description": "The reading, stored now", "content": _READING, "headers": _HEADERS}
SAME: dict[str, Any] = {
    "description": "The reading. It was stored before, because these bytes were sent before, or it is not stored",
    "content": _READING,
    "headers": _HEADERS,
}
FETCHED: dict[str, Any] = {"description": "The reading", "content": _READING}

_BYTES = {"type": "string", "format": "binary", "minLength": 1}
ANY_BODY = {
    "requestBody": {
        "required": True,
        "description": "The document: its bytes, whatever their media type, or a form with one file",
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
    400: "There is no document in the request, or it was damaged on its way",
    401: "The key is missing or unknown",
    404: "There is no such document",
    413: "The document is too large",
    415: "The body is compressed",
    422: "A parameter is unknown, or its value is wrong",
    500: "The service failed",
    503: "Storage is not available just now; try again",
}
_PROBLEM_SCHEMA = {
    "type": "object",
    "description": "Problem details (RFC 9457)",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "about:blank"},
        "title": {"type": "string", "description": "Name of the status"},
        "status": {"type": "integer", "description": "Status of the answer"},
        "detail": {"type": "string", "description": "One sentence or two for a person"},
    },
}


def problems(*statuses: int) -> Answers:
    """These statuses, each answered by a problem."""
    return {
        status: {"description": _SENTENCES[status], "content": {MEDIA_TYPE: {"schema": _PROBLEM}}}
        for status in statuses
    }


def schemas() -> dict[str, Any]:
    """The schemas that answers refer to: the reading's and those of all that it holds, and the problem's."""
    from invoicy.readings.schema import schemas_of_reading  # only for a request for the description

    return {**schemas_of_reading("#/components/schemas/{name}"), "Problem": _PROBLEM_SCHEMA}
