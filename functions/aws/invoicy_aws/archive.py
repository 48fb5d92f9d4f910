"""The Lambda handler for S3 Batch Operations, invocation schemas 1.0 and 2.0: reads the objects of an archive.

`bucket.handler`, which infra/aws deploys, calls this for the events of S3 Batch Operations.
"""

import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

import msgspec
from msgspec import Struct

from invoicy.errors import InvoicyError
from invoicy_aws.composition import intake
from invoicy_aws.events.object_ref import ObjectRef, is_document
from invoicy_aws.intake import Intake
from invoicy_aws.telemetry import logger, metrics

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

_log = logging.getLogger("invoicy.aws")


class ResultCode(StrEnum):
    """The result codes of S3 Batch Operations. S3 repeats a task after a temporary failure."""

    SUCCEEDED = "Succeeded"
    TEMPORARY_FAILURE = "TemporaryFailure"
    PERMANENT_FAILURE = "PermanentFailure"


class BatchTask(Struct, rename="camel"):
    """One object of the manifest. Schema 1.0 has the bucket's ARN, 2.0 its name. The key is URL-encoded."""

    task_id: str
    s3_key: str
    s3_version_id: str | None = None
    s3_bucket: str | None = None
    s3_bucket_arn: str = ""

    @property
    def ref(self) -> ObjectRef:
        bucket = self.s3_bucket or self.s3_bucket_arn.rpartition(":")[2]
        return ObjectRef(bucket, unquote_plus(self.s3_key), self.s3_version_id or None)


class BatchEvent(Struct, rename="camel"):
    """The event of a batch job."""

    invocation_schema_version: str
    invocation_id: str
    tasks: list[BatchTask]


class BatchResult(Struct, rename="camel", frozen=True):
    """The result of a task. S3 writes the string into the job's report."""

    task_id: str
    result_code: ResultCode
    result_string: str


class BatchResponse(Struct, rename="camel", frozen=True, kw_only=True):
    """The response that S3 expects. A task that is missing in it, because the call was cut off, is repeated."""

    invocation_schema_version: str
    treat_missing_keys_as: ResultCode = ResultCode.TEMPORARY_FAILURE
    invocation_id: str
    results: list[BatchResult]


def accepts(event: dict[str, Any]) -> bool:
    """Test for an event of a batch job."""
    return "invocationSchemaVersion" in event


@logger.inject_lambda_context
@metrics.log_metrics(capture_cold_start_metric=True)
def handler(event: dict[str, Any], context: "LambdaContext") -> dict[str, Any]:  # noqa: ARG001  Lambda passes both
    """Read the objects of the tasks."""
    return response_to(event, intake())


def response_to(event: dict[str, Any], intake: Intake) -> dict[str, Any]:
    """Read the objects of the tasks and return the result of each."""
    batch = msgspec.convert(event, BatchEvent)
    response = BatchResponse(
        invocation_schema_version=batch.invocation_schema_version,
        invocation_id=batch.invocation_id,
        results=[_result_of(task, intake) for task in batch.tasks],
    )
    encoded: dict[str, Any] = msgspec.to_builtins(response)
    return encoded


def _result_of(task: BatchTask, intake: Intake) -> BatchResult:
    if not is_document(task.ref.key):
        return BatchResult(task.task_id, ResultCode.SUCCEEDED, "The object is not a document.")
    try:
        receipt = intake.take(task.ref)
    except InvoicyError as error:
        _log.error("%s was not read: %s", task.ref.uri, error.message)
        code = ResultCode.TEMPORARY_FAILURE if error.retryable else ResultCode.PERMANENT_FAILURE
        return BatchResult(task.task_id, code, error.message)
    except Exception as error:  # noqa: BLE001  one task must not fail the others
        _log.exception("%s was not read: the program failed", task.ref.uri)
        return BatchResult(task.task_id, ResultCode.PERMANENT_FAILURE, type(error).__name__)
    if receipt is None:
        return BatchResult(task.task_id, ResultCode.SUCCEEDED, "The object no longer exists.")
    return BatchResult(task.task_id, ResultCode.SUCCEEDED, f"{receipt.reading.status} {receipt.key}")
