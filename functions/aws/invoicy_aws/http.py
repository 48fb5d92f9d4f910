"""Lambda for HTTP: the app behind a function URL, API Gateway or a load balancer."""

from functools import cache
from typing import TYPE_CHECKING, Any

from invoicy_aws.composition import pipeline, settings

if TYPE_CHECKING:
    from mangum import Mangum


def handler(event: Any, context: Any) -> dict[str, Any]:
    """Answer one request."""
    return _adapter()(event, context)


@cache
def _adapter() -> "Mangum":
    from mangum import Mangum

    from invoicy.web.app import create_app  # FastAPI: not for a process that never gets a request

    return Mangum(create_app(pipeline(), settings()), lifespan="off")
