"""The Lambda handler for a queue of uploads: only the messages that failed are delivered again.

`bucket.handler`, which infra/aws deploys, calls this for the events of a queue.

Not Powertools' BatchProcessor: it adds 0.06 s of CPU to the 0.11 s that importing the handlers takes, and it starts
messages for which no time is left.
"""

import logging
from typing import TYPE_CHECKING, Any

from invoicy.errors import InvoicyError
from invoicy_aws.composition import intake
from invoicy_aws.events import objects_in, queue
from invoicy_aws.intake import Intake
from invoicy_aws.telemetry import logger, metrics

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

_log = logging.getLogger("invoicy.aws")
_MILLISECONDS_FOR_A_MESSAGE = 10_000  # a document that is cut off would count against every message of the batch


def accepts(event: dict[str, Any]) -> bool:
    """Test for an event with messages of a queue."""
    return queue.accepts(event)


@logger.inject_lambda_context
@metrics.log_metrics(capture_cold_start_metric=True)
def handler(event: dict[str, Any], context: "LambdaContext") -> dict[str, Any]:
    """Read the objects in every message."""
    return response_to(event, context, intake())


def response_to(event: dict[str, Any], context: "LambdaContext", intake: Intake) -> dict[str, Any]:
    """Read the objects in every message and return the failed ones, as ReportBatchItemFailures expects."""
    failed = [record["messageId"] for record in event["Records"] if not _is_processed(record, context, intake)]
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}


def _is_processed(record: dict[str, Any], context: "LambdaContext", intake: Intake) -> bool:
    """Return False for a message that the queue has to deliver again, in the end to the dead-letter queue."""
    if context.get_remaining_time_in_millis() < _MILLISECONDS_FOR_A_MESSAGE:
        return False
    try:
        for ref in objects_in({"Records": [record]}):
            intake.take(ref)
    except InvoicyError as error:
        _log.error("message %s was not read: %s", record["messageId"], error.message)
        return False
    except Exception:  # noqa: BLE001  one message must not fail the others
        _log.exception("message %s was not read: the program failed", record["messageId"])
        return False
    return True
