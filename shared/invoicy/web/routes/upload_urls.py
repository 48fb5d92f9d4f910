"""/v1/uploads: signed URLs for documents larger than a request body, which go directly to the cloud's storage."""

from http import HTTPStatus
from typing import Protocol
from uuid import uuid4

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from invoicy.storage import upload_key
from invoicy.web.callers import Tenant
from invoicy.web.openapi import problems
from invoicy.web.parameters import MediaType, Name, only
from invoicy.web.request_bodies import bare_name


class UploadUrl(BaseModel):
    """The URL for an upload: send the document to it by `PUT`, with exactly these headers."""

    url: str = Field(description="URL to send the document to")
    headers: dict[str, str] = Field(description="Headers that the request must have")
    id: str = Field(description="Id of this upload, not of the document")


class Sign(Protocol):
    """Signs a PUT of an object: returns its URL, and the headers that the signature covers."""

    def __call__(self, key: str, media_type: str) -> tuple[str, dict[str, str]]: ...


def uploads_router(sign: Sign) -> APIRouter:
    """Create the router. sign: signs the URLs."""
    router = APIRouter(prefix="/v1/uploads", tags=["documents"])

    @router.post(
        "",
        status_code=HTTPStatus.CREATED,
        operation_id="createUpload",
        summary="Get a URL for a large document",
        responses=problems(401, 422, 500, 503),
        dependencies=[Depends(only("name", "media_type"))],
    )
    def post_upload(tenant: Tenant, name: Name = "", media_type: MediaType = "application/octet-stream") -> UploadUrl:
        """Get a URL to which you can send a document of any size.

        After it has been read, its reading is at `/v1/documents/{SHA-256 of the bytes}`.
        """
        upload_id = uuid4().hex
        url, headers = sign(upload_key(tenant, upload_id, bare_name(name)), media_type)
        return UploadUrl(url=url, headers=headers, id=upload_id)

    return router
