"""Settings of the Lambda functions."""

from typing import Annotated

from msgspec import Meta

from invoicy.settings import Settings


class AwsSettings(Settings, frozen=True, kw_only=True):
    """What the functions are told beside the common settings. Credentials and region come as AWS gives them."""

    bucket: Annotated[str, Meta(description="the S3 bucket that holds the readings")]
    event_bus: Annotated[str | None, Meta(description="the EventBridge bus to publish to; without it, the log")] = None
