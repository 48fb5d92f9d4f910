"""Lambda for a queue of uploads: each message that failed is named, and only those are delivered again.

Powertools' batch processor is not used: it doubles what Powertools takes to import, 170 ms to 320, and begins messages
for which no time is left.
"""

import logging
from typing import Any

from invoicy.errors import InvoicyError
from invoicy_aws.events import queue, uploads_of
from invoicy_aws.intake import take
from invoicy_aws.telemetry import invocation

_log = logging.getLogger("invoicy.aws")
_MILLISECONDS_LEFT = 10_000


def accepts(event: dict[str, Any]) -> bool:
    return queue.accepts(event)


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Read the uploads of every message. Answers as ReportBatchItemFailures wants it; what is left out was done."""
    with invocation(context):
        failed = [record["messageId"] for record in event["Records"] if not _is_done(record, context)]
    return {"batchItemFailures": [{"itemIdentifier": each} for each in failed]}


def _is_done(record: dict[str, Any], context: Any) -> bool:
    """False for a message that has to come again: by the queue's own count it ends in the dead-letter queue."""
    if context is not None and context.get_remaining_time_in_millis() < _MILLISECONDS_LEFT:
        return False  # a document that is broken off would count against every message of the batch
    try:
        for upload in uploads_of({"Records": [record]}):
            take(upload)
    except InvoicyError as error:
        _log.error("message %s failed: %s", record["messageId"], error.message)
        return False
    except Exception:  # noqa: BLE001  one message must not fail the others
        _log.exception("message %s failed", record["messageId"])
        return False
    return True
