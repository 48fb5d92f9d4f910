"""Settings of the Cloud Run services and jobs."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from invoicy.settings import Settings


class PushTokens(StrEnum):
    """The check of the tokens that Pub/Sub sends."""

    SIGNED = "signed"
    CHECKED = "checked"
    NONE = "none"


class GcpSettings(Settings, frozen=True, kw_only=True):
    """Settings of the services beside the common ones. Credentials and project come as Google gives them."""

    bucket: Annotated[str, Meta(description="the GCS bucket that holds the readings")]
    inbox: Annotated[str | None, Meta(description="the GCS bucket to send uploads to; without it, `bucket`")] = None
    topic: Annotated[
        str | None,
        Meta(description="the Pub/Sub topic to publish to, projects/P/topics/T; without it, the log"),
    ] = None
    deadline_seconds: Annotated[
        int, Meta(ge=1, description="after how long a delivery is given back; below the service's request timeout")
    ] = 280
    push_tokens: Annotated[
        PushTokens,
        Meta(
            description="signed: the tokens of Pub/Sub are checked here; checked: Cloud Run verified the "
            "signature; only the account is checked here; none: anybody may push, for an emulator"
        ),
    ] = PushTokens.SIGNED
    push_account: Annotated[str, Meta(description="the service account in whose name Pub/Sub pushes")] = ""
    push_audience: Annotated[str, Meta(description="the audience that Pub/Sub's tokens have to name")] = ""
    upload_seconds: Annotated[int, Meta(ge=1, le=604_800, description="how long an upload's address is valid")] = 900
    archive: Annotated[str, Meta(description="the archive that a job reads, gs://bucket/folder")] = ""
