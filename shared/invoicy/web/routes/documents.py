"""/v1/documents: send a document, fetch its reading."""

from http import HTTPStatus

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from starlette.concurrency import run_in_threadpool

from invoicy.pipeline import Pipeline
from invoicy.storage import newest_reading_key
from invoicy.web.callers import Tenant
from invoicy.web.intake import HttpIntake, ReadOptions, ReadResult
from invoicy.web.openapi import ANY_BODY, FETCHED, NEW, SAME, problems
from invoicy.web.parameters import DocumentId, IgnoredName, Name, Printed, RequestedProfile, only
from invoicy.web.request_bodies import body_of

router = APIRouter(prefix="/v1/documents", tags=["documents"])
_JSON = "application/json"


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    response_class=Response,
    operation_id="readDocument",
    summary="Read a document",
    responses={201: NEW, 200: SAME, **problems(400, 401, 413, 415, 422, 500, 503)},
    openapi_extra=ANY_BODY,
    dependencies=[Depends(only("name", "profile", "printed"))],
)
async def post_document(
    request: Request, tenant: Tenant, name: Name = "", profile: RequestedProfile = None, printed: Printed = False
) -> Response:
    """Send a document, as the body or as the file of a form, and get its reading.

    A document that is not an invoice gets a reading too: its status is `rejected`, and a finding states the reason.
    """
    body = await body_of(request, name)
    if not body.content:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The document is empty; send its bytes.")
    intake: HttpIntake = request.app.state.intake
    result = await run_in_threadpool(intake.take, tenant, body, ReadOptions(profile, printed))
    status = HTTPStatus.CREATED if result.created else HTTPStatus.OK
    return Response(result.reading.to_json(), status, _headers(result), _JSON)


@router.get(
    "/{document_id}",
    response_class=Response,
    operation_id="getReading",
    summary="Fetch the reading of a document",
    responses={200: FETCHED, **problems(401, 404, 422, 500, 503)},
    dependencies=[Depends(only("name"))],
)
def get_document(
    request: Request,
    tenant: Tenant,
    document_id: DocumentId,
    name: IgnoredName = "",  # noqa: ARG001  a client may repeat the query with which it sent the document
) -> Response:
    """Get the reading of a document that was sent before. If several versions have read it, the newest counts."""
    pipeline: Pipeline = request.app.state.pipeline
    key = newest_reading_key(pipeline.store, tenant, document_id.lower())
    content = None if key is None else pipeline.store.get(key)
    if content is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "No document with this id was read. Send it to /v1/documents.")
    return Response(content, media_type=_JSON)


def _headers(result: ReadResult) -> dict[str, str]:
    if not result.stored:
        return {"Invoicy-Stored": "no", "Cache-Control": "no-store"}
    return {"Invoicy-Stored": "yes", "Location": f"/v1/documents/{result.reading.id}"}
