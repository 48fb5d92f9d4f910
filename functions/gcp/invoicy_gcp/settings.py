"""Settings of the Cloud Run services."""

from typing import Annotated

from msgspec import Meta

from invoicy.settings import Settings


class GcpSettings(Settings, frozen=True, kw_only=True):
    """What the services are told beside the common settings. Credentials and project come as Google gives them."""

    bucket: Annotated[str, Meta(description="the GCS bucket that holds the readings")]
    topic: Annotated[
        str | None,
        Meta(description="the Pub/Sub topic to publish to, projects/P/topics/T; without it, the log"),
    ] = None
