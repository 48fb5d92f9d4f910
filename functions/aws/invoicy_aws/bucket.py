"""The Lambda handler for uploads to S3, by any route: S3 itself, SNS, EventBridge, SQS or S3 Batch Operations."""

from typing import TYPE_CHECKING, Any

from invoicy_aws import archive, messages
from invoicy_aws.composition import intake
from invoicy_aws.events import objects_in
from invoicy_aws.intake import Intake
from invoicy_aws.telemetry import logger, metrics

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext


@logger.inject_lambda_context
@metrics.log_metrics(capture_cold_start_metric=True)
def handler(event: dict[str, Any], context: "LambdaContext") -> dict[str, Any]:
    """Read every object in the event and answer as its sender expects."""
    return response_to(event, context, intake())


def response_to(event: dict[str, Any], context: "LambdaContext", intake: Intake) -> dict[str, Any]:
    """Read every object in the event. A queue and S3 Batch Operations get a list of what failed.

    For every other sender, an error that needs another delivery is raised. Readings that were stored stay stored.
    """
    if messages.accepts(event):
        return messages.response_to(event, context, intake)
    if archive.accepts(event):
        return archive.response_to(event, intake)
    receipts = [intake.take(ref) for ref in objects_in(event)]
    return {"readings": [receipt.key for receipt in receipts if receipt]}
