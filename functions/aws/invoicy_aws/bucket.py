"""Lambda for uploads to S3, told by the bucket itself, by SNS or by EventBridge."""

from typing import Any

from invoicy_aws.intake import take
from invoicy_aws.shapes import uploads_of
from invoicy_aws.telemetry import invocation


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Read every upload the event tells of. Raises when one has to be delivered again; what was read stays read."""
    with invocation(context):
        receipts = [take(upload) for upload in uploads_of(event)]
    return {"readings": [receipt.key for receipt in receipts if receipt]}
