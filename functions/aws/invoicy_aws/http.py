"""Lambda for HTTP: the app behind a function URL, API Gateway (REST or HTTP) or a load balancer."""

from functools import cache
from typing import TYPE_CHECKING, Any

from invoicy_aws.clients import s3
from invoicy_aws.composition import pipeline, settings
from invoicy_aws.telemetry import invocation

if TYPE_CHECKING:
    from mangum import Mangum


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Answer one request."""
    with invocation(context):
        return _adapter(_stage_in_path(event))(event, context)


def _stage_in_path(event: dict[str, Any]) -> str:
    """The stage that an HTTP API puts before the path of a request; the others leave it out."""
    stage = "/" + str(event.get("requestContext", {}).get("stage", ""))
    path = str(event.get("rawPath", ""))
    return stage if path == stage or path.startswith(f"{stage}/") else "/"


@cache
def _adapter(base_path: str) -> "Mangum":
    from mangum import Mangum
    from mangum.adapter import DEFAULT_TEXT_MIME_TYPES

    from invoicy.web.addresses import uploads_router
    from invoicy.web.app import create_app  # FastAPI: not for a process that never gets a request
    from invoicy.web.problems import MEDIA_TYPE
    from invoicy_aws.signing import Signer

    configured = settings()
    app = create_app(pipeline(), configured)
    app.include_router(uploads_router(Signer(s3(), configured.inbox or configured.bucket, configured.upload_seconds)))
    # Without it a problem would come out of a REST API as base64.
    text = [*DEFAULT_TEXT_MIME_TYPES, MEDIA_TYPE]
    return Mangum(app, lifespan="off", api_gateway_base_path=base_path, text_mime_types=text)
