"""The settings of the Lambda functions."""

from typing import Annotated

from msgspec import Meta

from invoicy.settings import Settings


class AwsSettings(Settings, frozen=True, kw_only=True):
    """The settings of the functions, beside the common ones.

    Credentials and region come from AWS's own environment.
    """

    bucket: Annotated[str, Meta(description="the S3 bucket of the readings")]
    inbox: Annotated[str | None, Meta(description="the S3 bucket that upload URLs write to; `bucket` by default")] = (
        None
    )
    event_bus: Annotated[
        str | None, Meta(description="the EventBridge bus to publish to; without it nothing is published")
    ] = None
    api_keys_secret: Annotated[
        str | None, Meta(description="the Secrets Manager secret with the API keys, in the form of INVOICY_API_KEYS")
    ] = None
    upload_seconds: Annotated[int, Meta(ge=1, le=604_800, description="the lifetime of an upload URL in seconds")] = 900
