"""The document in a request: the body, or the file in a form."""

import re
import sys
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import HTTPException, Request
from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from invoicy.documents.document import sniff
from invoicy.documents.kinds import MAIL, PDF

_FORM = "multipart/form-data"
_URL_ENCODED = "application/x-www-form-urlencoded"
_MAX_NAME = 255
_MAX_PARTS = 20
_MAX_LETTERS = 20  # of an encoding in an error
_ADVICE = "Send one file, as `curl -F file=@invoice.pdf` does, or the document as the body."
_NEED_LINE_ENDS = frozenset({PDF, MAIL})
_INDENTED = re.compile(rb">[ \t]{2,}<")
_WITHOUT_LINE_ENDS = (
    "The document came without its line ends: `curl -d` removes them. "
    "Send it with `curl --data-binary @FILE` or `curl -F file=@FILE`."
)


class RequestBody(Struct, frozen=True):
    """A document. name: its name as given by the client, "" if it gave none."""

    content: bytes
    name: str


class _InMemory(MultiPartParser):
    """A form parser that writes no temporary files: the file system may be read-only, and BodyLimit bounds the body."""

    spool_max_size = sys.maxsize


async def body_of(request: Request, name: str) -> RequestBody:
    """Return the document of a request. name: its name; "" means the name of the file in the form.

    Raises 400 for a form without exactly one file, a form with other fields, and a document without its line ends; 415
    for a compressed body.
    """
    _refuse_compressed(request)
    media_type = request.headers.get("content-type", "").casefold()
    if not media_type.startswith(_FORM):
        content = await request.body()
        if media_type.startswith(_URL_ENCODED) and _lost_its_line_ends(content):
            raise HTTPException(HTTPStatus.BAD_REQUEST, _WITHOUT_LINE_ENDS)
        return RequestBody(content, bare_name(name))
    async with form_of(request) as form:
        return await file_of(form, name)


@asynccontextmanager
async def form_of(request: Request) -> AsyncIterator[FormData]:
    """Parse the form in the request's body; its files are closed at the end of the block. Raises 400."""
    parser = _InMemory(request.headers, request.stream(), max_files=_MAX_PARTS, max_fields=_MAX_PARTS)
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"The form is damaged or too long. {_ADVICE}") from error
    try:
        yield form
    finally:
        await form.close()


async def file_of(form: FormData, name: str = "", fields: Collection[str] = ()) -> RequestBody:
    """Return the file of the form. name: its name; "" means the file's own. fields: allowed text fields. Raises 400."""
    files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
    unknown = [key for key, value in form.multi_items() if not isinstance(value, UploadFile) and key not in fields]
    if unknown:
        detail = f"Unknown text field {unknown[0]!r} in the form. Give name, profile and printed as query parameters"
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"{detail}: /v1/documents?profile=peppol.")
    if len(files) != 1:
        count = f"{len(files)} files" if files else "no file"
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"The form has {count}. {_ADVICE}")
    return RequestBody(await files[0].read(), bare_name(name or files[0].filename or ""))


def _refuse_compressed(request: Request) -> None:
    encoding = request.headers.get("content-encoding", "identity").casefold()
    if encoding != "identity":
        quoted = repr(encoding[:_MAX_LETTERS])
        detail = f"The content encoding {quoted} is not supported. Send the document uncompressed."
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)


def bare_name(name: str) -> str:
    """Return the name without folders."""
    return name.replace("\\", "/").rpartition("/")[2][:_MAX_NAME]


def _lost_its_line_ends(content: bytes) -> bool:
    """Test for a PDF or an e-mail without line ends, and for an indented XML in a single line."""
    if b"\n" in content or b"\r" in content:
        return False
    return sniff(content) in _NEED_LINE_ENDS or _INDENTED.search(content) is not None
