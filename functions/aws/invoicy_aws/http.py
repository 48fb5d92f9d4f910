"""The Lambda handler for HTTP: the app behind a function URL, API Gateway (REST or HTTP) or a load balancer."""

from functools import cache
from typing import TYPE_CHECKING, Any

from invoicy_aws.composition import pipeline, settings, signer
from invoicy_aws.telemetry import logger, metrics

if TYPE_CHECKING:
    from mangum import Mangum
    from mangum.types import LambdaContext


@logger.inject_lambda_context
@metrics.log_metrics(capture_cold_start_metric=True)
def handler(event: dict[str, Any], context: "LambdaContext") -> dict[str, Any]:
    """Answer one request."""
    return _adapter(_base_path(event))(event, context)


def _base_path(event: dict[str, Any]) -> str:
    """Return the part of the path that names the stage of an HTTP API; other callers send the path without it."""
    stage = "/" + str(event.get("requestContext", {}).get("stage", ""))
    path = str(event.get("rawPath", ""))
    return stage if path == stage or path.startswith(f"{stage}/") else "/"


@cache
def _adapter(base_path: str) -> "Mangum":
    from mangum import Mangum
    from mangum.adapter import DEFAULT_TEXT_MIME_TYPES

    from invoicy.web.app import create_app  # FastAPI: not for a process that never gets a request
    from invoicy.web.problems import MEDIA_TYPE
    from invoicy.web.routes.upload_urls import uploads_router

    app = create_app(pipeline(), settings())
    app.include_router(uploads_router(signer()))
    # Without MEDIA_TYPE, a problem would leave a REST API as base64.
    text = [*DEFAULT_TEXT_MIME_TYPES, MEDIA_TYPE]
    return Mangum(app, lifespan="off", api_gateway_base_path=base_path, text_mime_types=text)
