"""What the published schema says of the app's answers."""

from typing import Any

from invoicy.web.problems import MEDIA_TYPE

Answers = dict[int | str, dict[str, Any]]

READING: dict[str, Any] = {
    "description": "The document's reading",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Reading"}}},
}
_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_SENTENCES = {
    400: "There is no document in the request",
    401: "The key is missing or nobody's",
    404: "There is no such document",
    413: "The document is too large",
    422: "The request does not fit this description",
    500: "The service failed",
    503: "Storage is not available just now; try again",
}
_PROBLEM_SCHEMA = {
    "type": "object",
    "description": "Problem details (RFC 9457)",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
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
    from invoicy.schema import schemas_of_reading  # only for who asks for the description

    return {**schemas_of_reading("#/components/schemas/{name}"), "Problem": _PROBLEM_SCHEMA}
