"""The document in a request: its body, or the one file of a form."""

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

_FORM = "multipart/form-data"
_URL_ENCODED = "application/x-www-form-urlencoded"
_MAX_NAME = 255
_MAX_PARTS = 20
_QUOTED = 20
_HOW = "Send one file, as `curl -F file=@invoice.pdf` does, or the document as the body."
_NEED_LINE_ENDS = frozenset({"application/pdf", "message/rfc822"})
_INDENTED = re.compile(rb">[ \t]{2,}<")
_WITHOUT_LINE_ENDS = (
    "The document came without its line ends: `curl -d` removes them. "
    "Send it with `curl --data-binary @FILE` or `curl -F file=@FILE`."
)


class RequestBody(Struct, frozen=True):
    """The bytes of a document and the caller's name for it."""

    content: bytes
    name: str


class _InMemory(MultiPartParser):
    """A form that never goes to the disk: the root may be read-only, and the body is bounded as it is."""

    spool_max_size = sys.maxsize


async def body_of(request: Request, name: str) -> RequestBody:
    """The document that the request carries. name: the caller's name for it; empty for the file's.

    Raises 400 for a form that does not hold exactly one file and nothing else, and for what has lost its line ends;
    415 for a compressed body.
    """
    _check_that_nothing_is_compressed(request)
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
    """The form in the request's body, open as long as it is needed. Raises 400 for a body that is none."""
    parser = _InMemory(request.headers, request.stream(), max_files=_MAX_PARTS, max_fields=_MAX_PARTS)
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"The form is damaged or too long. {_HOW}") from error
    try:
        yield form
    finally:
        await form.close()


async def file_of(form: FormData, name: str = "", fields: Collection[str] = ()) -> RequestBody:
    """The one file of the form. fields: names of the text fields that it may have beside it. Raises 400."""
    files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
    others = [key for key, value in form.multi_items() if not isinstance(value, UploadFile) and key not in fields]
    if others:
        detail = (
            f"The form has the text field {others[0]!r}, which is not read. name, profile and printed are parameters"
        )
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"{detail} of the address: /v1/documents?profile=peppol.")
    if len(files) != 1:
        count = f"{len(files)} files" if files else "no file"
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"The form holds {count}. {_HOW}")
    return RequestBody(await files[0].read(), bare_name(name or files[0].filename or ""))


def _check_that_nothing_is_compressed(request: Request) -> None:
    encoding = request.headers.get("content-encoding", "identity").casefold()
    if encoding != "identity":
        detail = f"Send the document as it is: a body with the content encoding {encoding[:_QUOTED]!r} is not unpacked."
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)


def bare_name(name: str) -> str:
    """The name without folders: it is a label, never a path."""
    return name.replace("\\", "/").rpartition("/")[2][:_MAX_NAME]


def _lost_its_line_ends(content: bytes) -> bool:
    """A PDF or an e-mail without a line end is damaged; an XML with indentation once had them."""
    if b"\n" in content or b"\r" in content:
        return False
    return sniff(content) in _NEED_LINE_ENDS or _INDENTED.search(content) is not None
