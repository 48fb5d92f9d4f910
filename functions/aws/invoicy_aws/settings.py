"""The settings of the Lambda functions."""

from typing import Annotated

from msgspec import Meta

from invoicy.settings import Settings


class AwsSettings(Settings, frozen=True, kw_only=True):
    """The settings that the functions have beside the common ones. boto3 finds credentials and region itself."""

    bucket: Annotated[str, Meta(description="the S3 bucket that holds the readings")]
    inbox: Annotated[str | None, Meta(description="the S3 bucket to send uploads to; without it, `bucket`")] = None
    event_bus: Annotated[str | None, Meta(description="the EventBridge bus to publish to; without it, none")] = None
    api_keys_secret: Annotated[
        str | None, Meta(description="the Secrets Manager secret that holds what INVOICY_API_KEYS may hold")
    ] = None
    upload_seconds: Annotated[int, Meta(ge=1, le=604_800, description="how long an upload's address is valid")] = 900
