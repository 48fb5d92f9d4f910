"""The sample events of infra/aws, and the object in them."""

from hashlib import sha256
from typing import Any

from tests.memory_pipeline import INVOICE
from tests.requirements import ROOT

EVENTS = ROOT / "infra" / "aws" / "events"
BUCKET = "invoicy-inbox"
KEY = "incoming/Löhne März+1.xml"
VERSION = "096fKKXTRTtl3on89fVO.nfljtsv6qko"
ID = sha256(INVOICE).hexdigest()
READING = f"readings/default/{ID}/1.0.json"


class Context:
    """The context that Lambda gives a call."""

    function_name = "invoicy"
    memory_limit_in_mb = 1024
    invoked_function_arn = "arn:aws:lambda:eu-central-1:111122223333:function:invoicy"
    aws_request_id = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"

    def __init__(self, milliseconds: int = 300_000) -> None:
        self._milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> int:
        return self._milliseconds


def text_of(name: str) -> str:
    return (EVENTS / f"{name}.json").read_text(encoding="utf-8")


def put_event(bucket: str, key: str, version: str | None = None) -> dict[str, Any]:
    """The event of an upload, as S3 sends it. key: URL-encoded."""
    entry = {"key": key} if version is None else {"key": key, "versionId": version}
    return {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": bucket}, "object": entry}}]}
