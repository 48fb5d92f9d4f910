"""Parameters of requests, their valid values, and the refusal of unknown parameters."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import HTTPException, Path, Query, Request

from invoicy.model.profiles import Profile

_MAX_NAME = 255
_MAX_MEDIA_TYPE = 127
_MAX_NAMES, _MAX_LETTERS = 5, 40  # unknown parameters in an error, and the length of each

# The end of a sentence with "must be", about an invalid value.
EXPECTED = {
    "document_id": "the SHA-256 of a document, which is 64 hex digits",
    "media_type": "a media type such as application/pdf",
    "name": f"at most {_MAX_NAME} characters long",
    "printed": "true or false",
    "profile": f"one of {', '.join(Profile)}",
}

DocumentId = Annotated[
    str,
    Path(pattern="^[0-9A-Fa-f]{64}$", description="SHA-256 of the document's bytes, in hex, as sha256sum prints it"),
]
Name = Annotated[
    str,
    Query(max_length=_MAX_NAME, description="Name of the document in its reading; for a form, the file's by default"),
]
IgnoredName = Annotated[
    str, Query(alias="name", max_length=_MAX_NAME, description="Name of the document; it does not change the answer")
]
RequestedProfile = Annotated[
    Profile | None,
    Query(
        alias="profile",
        description="Rules to check the invoice against; the default is the service's profile. A reading by another "
        "profile is returned and not stored",
    ),
]
Printed = Annotated[
    bool,
    Query(description="Ignore embedded XML and read only the printed pages. Such a reading is returned and not stored"),
]
MediaType = Annotated[
    str,
    Query(
        max_length=_MAX_MEDIA_TYPE, pattern=r"^[\w.+-]+/[\w.+-]+$", description="Media type of the document to be sent"
    ),
]


def only(*names: str) -> Callable[[Request], None]:
    """Return a dependency that refuses other query parameters, and a parameter that occurs twice."""

    def refuse_others(request: Request) -> None:
        unknown = sorted(set(request.query_params) - set(names))
        if unknown:
            plural = "s" if len(unknown) > 1 else ""
            quoted = ", ".join(repr(name[:_MAX_LETTERS]) for name in unknown[:_MAX_NAMES])
            more = f" and {len(unknown) - _MAX_NAMES} more" if len(unknown) > _MAX_NAMES else ""
            detail = f"Unknown query parameter{plural}: {quoted}{more}. Known here: {', '.join(names)}."
            raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, detail)
        given = [name for name, _ in request.query_params.multi_items()]
        if len(given) > len(set(given)):
            detail = "A query parameter is given twice. Give it once."
            raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, detail)

    return refuse_others
