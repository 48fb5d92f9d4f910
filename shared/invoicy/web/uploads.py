"""The document in a request: its body, or the one file of a form."""

from http import HTTPStatus

from fastapi import HTTPException, Request
from msgspec import Struct
from starlette.datastructures import UploadFile

_FORM = "multipart/form-data"
_MAX_NAME = 255


class Upload(Struct, frozen=True):
    """Bytes and what the caller calls them."""

    content: bytes
    name: str


async def upload_of(request: Request, name: str) -> Upload:
    """The document that the request carries. name: what the caller calls a raw body.

    Raises 400 for a form that does not hold exactly one file.
    """
    if not request.headers.get("content-type", "").casefold().startswith(_FORM):
        return Upload(await request.body(), bare_name(name))
    async with request.form(max_files=1, max_fields=0) as form:
        files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
        if len(files) != 1:
            raise HTTPException(HTTPStatus.BAD_REQUEST, "Send one file in the form, or the document as the body.")
        return Upload(await files[0].read(), bare_name(files[0].filename or name))


def bare_name(name: str) -> str:
    """Without folders: a name is a label, never a path."""
    return name.replace("\\", "/").rpartition("/")[2][:_MAX_NAME]
