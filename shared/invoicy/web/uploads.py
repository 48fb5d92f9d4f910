"""The document in a request: its body, or the one file of a form."""

import sys
from http import HTTPStatus

from fastapi import HTTPException, Request
from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

_FORM = "multipart/form-data"
_MAX_NAME = 255


class Upload(Struct, frozen=True):
    """Bytes and what the caller calls them."""

    content: bytes
    name: str


class _InMemory(MultiPartParser):
    """A form that never goes to the disk: the root may be read-only, and the body is bounded as it is."""

    spool_max_size = sys.maxsize


async def upload_of(request: Request, name: str) -> Upload:
    """The document that the request carries. name: what the caller calls a raw body.

    Raises 400 for a form that does not hold exactly one file.
    """
    if not request.headers.get("content-type", "").casefold().startswith(_FORM):
        return Upload(await request.body(), bare_name(name))
    form = await _form_of(request)
    try:
        files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
        if len(files) != 1:
            raise HTTPException(HTTPStatus.BAD_REQUEST, "Send one file in the form, or the document as the body.")
        return Upload(await files[0].read(), bare_name(files[0].filename or name))
    finally:
        await form.close()


async def _form_of(request: Request) -> FormData:
    try:
        return await _InMemory(request.headers, request.stream(), max_files=1, max_fields=0).parse()
    except MultiPartException as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"The form cannot be read: {error.message}") from error


def bare_name(name: str) -> str:
    """Without folders: a name is a label, never a path."""
    return name.replace("\\", "/").rpartition("/")[2][:_MAX_NAME]
