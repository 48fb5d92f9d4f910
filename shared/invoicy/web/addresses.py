"""Addresses to send documents to that are larger than a request may be: a signed PUT into the cloud's own storage."""

from http import HTTPStatus
from typing import Annotated, Protocol
from uuid import uuid4

from fastapi import APIRouter, Query
from pydantic import BaseModel

from invoicy.storage import upload_key
from invoicy.web.answers import problems
from invoicy.web.callers import Tenant
from invoicy.web.uploads import bare_name


class UploadAddress(BaseModel):
    """Send the document by `PUT` to `url` with exactly these headers. `id` names this upload, not the document."""

    url: str
    headers: dict[str, str]
    id: str


class Sign(Protocol):
    """Signs a PUT of one object: its URL, and the headers that the signature covers."""

    def __call__(self, key: str, media_type: str) -> tuple[str, dict[str, str]]: ...


def uploads_router(sign: Sign) -> APIRouter:
    """The route that hands out addresses."""
    router = APIRouter(prefix="/v1/uploads", tags=["documents"])

    @router.post("", status_code=HTTPStatus.CREATED, responses=problems(401, 422, 500, 503))
    def post_upload(
        tenant: Tenant,
        name: Annotated[str, Query(max_length=255)] = "",
        media_type: Annotated[str, Query(max_length=127, pattern=r"^[\w.+-]+/[\w.+-]+$")] = "application/octet-stream",
    ) -> UploadAddress:
        """An address to send one document to, whatever its size.

        Its reading is at `/v1/documents/{SHA-256 of the bytes}` when it has been read.
        """
        upload_id = uuid4().hex
        url, headers = sign(upload_key(tenant, upload_id, bare_name(name)), media_type)
        return UploadAddress(url=url, headers=headers, id=upload_id)

    return router
