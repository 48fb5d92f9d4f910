"""The settings of the Cloud Run services and jobs."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from invoicy.settings import Settings


class PushTokens(StrEnum):
    """Places where the tokens of Pub/Sub's pushes are checked."""

    SIGNED = "signed"
    CHECKED = "checked"
    NONE = "none"


class GcpSettings(Settings, frozen=True, kw_only=True):
    """The settings of the services and jobs, beside the common ones.

    Credentials and project come from Google's own environment.
    """

    bucket: Annotated[str, Meta(description="the GCS bucket of the readings")]
    inbox: Annotated[str | None, Meta(description="the GCS bucket that upload URLs write to; `bucket` by default")] = (
        None
    )
    topic: Annotated[
        str | None,
        Meta(description="the Pub/Sub topic to publish to, projects/P/topics/T; without it nothing is published"),
    ] = None
    deadline_seconds: Annotated[
        int,
        Meta(
            ge=1,
            description="the time for one document; a late one is delivered again. Keep it below the request timeout",
        ),
    ] = 280
    push_tokens: Annotated[
        PushTokens,
        Meta(
            description="signed: the service checks the tokens of Pub/Sub; checked: Cloud Run checked the signature, "
            "the service checks the account; none: anybody may push, for an emulator"
        ),
    ] = PushTokens.SIGNED
    push_account: Annotated[str, Meta(description="the service account of Pub/Sub's pushes")] = ""
    push_audience: Annotated[str, Meta(description="the audience in the tokens of Pub/Sub")] = ""
    upload_seconds: Annotated[int, Meta(ge=1, le=604_800, description="the lifetime of an upload URL in seconds")] = 900
    archive: Annotated[str, Meta(description="the archive that the job reads, gs://bucket/folder")] = ""
