"""Documents over HTTP: send one, fetch its reading."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from invoicy.pipeline import Delivery, Pipeline, Receipt
from invoicy.storage import Source, newest_key
from invoicy.web.answers import READING, problems
from invoicy.web.callers import Tenant
from invoicy.web.uploads import Upload, upload_of

router = APIRouter(prefix="/v1/documents", tags=["documents"])
_ANY_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            "multipart/form-data": {
                "schema": {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
            },
        },
    }
}
_JSON = "application/json"


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    response_class=Response,
    responses={200: READING, 201: READING, **problems(400, 401, 413, 422, 500, 503)},
    openapi_extra=_ANY_BODY,
)
async def post_document(request: Request, tenant: Tenant, name: Annotated[str, Query(max_length=255)] = "") -> Response:
    """Read a document: 201 with its reading, 200 where the same bytes were read before.

    A document that is no invoice gets a reading too, with the status rejected and the reason. Each `Link` with
    rel="duplicate" leads to another document that carries the same invoice.
    """
    upload = await upload_of(request, name)
    if not upload.content:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The document is empty; send its bytes.")
    pipeline: Pipeline = request.app.state.pipeline
    receipt = await run_in_threadpool(pipeline.process, _delivery(tenant, upload))
    status = HTTPStatus.CREATED if receipt.created else HTTPStatus.OK
    return Response(receipt.reading.to_json(), status, _headers(receipt), _JSON)


@router.get("/{document_id}", response_class=Response, responses={200: READING, **problems(401, 404, 422, 500, 503)})
def get_document(
    request: Request,
    tenant: Tenant,
    document_id: Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="SHA-256 of the document, in hex")],
) -> Response:
    """The newest reading of a document."""
    pipeline: Pipeline = request.app.state.pipeline
    key = newest_key(pipeline.store, tenant, document_id)
    content = None if key is None else pipeline.store.get(key)
    if content is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "No document of this id was read; send it to /v1/documents.")
    return Response(content, media_type=_JSON)


def _delivery(tenant: str, upload: Upload) -> Delivery:
    source = Source(origin=f"http:{upload.name}", name=upload.name, received=datetime.now(UTC))
    return Delivery(content=upload.content, tenant=tenant, source=source, keep=True)


def _headers(receipt: Receipt) -> dict[str, str]:
    headers = {"Location": f"/v1/documents/{receipt.reading.id}"}
    if receipt.duplicates:
        headers["Link"] = ", ".join(f'</v1/documents/{each}>; rel="duplicate"' for each in receipt.duplicates)
    return headers
