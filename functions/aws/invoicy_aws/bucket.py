"""Lambda for whatever tells of objects in S3: the bucket itself, SNS, EventBridge, a queue, S3 Batch Operations."""

from typing import Any

from invoicy_aws import archive, messages
from invoicy_aws.events import uploads_of
from invoicy_aws.intake import take
from invoicy_aws.telemetry import invocation


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Read every object the event tells of and answer as its sender expects.

    A queue and S3 Batch Operations are told what failed. For anyone else it is raised when an object has to be
    delivered again; what was read stays read.
    """
    if messages.accepts(event):
        return messages.handler(event, context)
    if archive.accepts(event):
        return archive.handler(event, context)
    with invocation(context):
        receipts = [take(upload) for upload in uploads_of(event)]
    return {"readings": [receipt.key for receipt in receipts if receipt]}
