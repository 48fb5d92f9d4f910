"""Addresses to send documents to that are larger than Lambda lets through: a presigned PUT into the inbox."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

from fastapi import APIRouter, Query
from pydantic import BaseModel

from invoicy.web.answers import problems
from invoicy.web.callers import Tenant
from invoicy.web.uploads import bare_name
from invoicy_aws.faults import faults_of
from invoicy_aws.keys import upload_folder

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_NAMELESS = "document"


class UploadAddress(BaseModel):
    """Send the document by `PUT` to `url` with exactly these headers. `id` names this upload, not the document."""

    url: str
    headers: dict[str, str]
    id: str


def uploads_router(client: "S3Client", inbox: str, seconds: int) -> APIRouter:
    """The route that hands out addresses into the bucket, each valid for so many seconds."""
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
        key = f"{upload_folder(tenant, upload_id)}/{bare_name(name) or _NAMELESS}"
        place = {"Bucket": inbox, "Key": key, "ContentType": media_type}
        with faults_of(f"The bucket {inbox}"):
            url = client.generate_presigned_url("put_object", Params=place, ExpiresIn=seconds)
        return UploadAddress(url=url, headers={"Content-Type": media_type}, id=upload_id)

    return router
