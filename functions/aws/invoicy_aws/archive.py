"""Lambda for S3 Batch Operations: reads what stands in an archive, task by task; schema 1.0 and 2.0."""

import logging
from typing import Any
from urllib.parse import unquote_plus

import msgspec
from msgspec import Struct, field

from invoicy.errors import InvoicyError
from invoicy_aws.events.object_ref import Upload
from invoicy_aws.intake import take
from invoicy_aws.telemetry import invocation

_log = logging.getLogger("invoicy.aws")
_DONE, _AGAIN, _NEVER = "Succeeded", "TemporaryFailure", "PermanentFailure"


class Task(Struct, rename="camel"):
    """One object of the manifest. Schema 1.0 gives the bucket's ARN, 2.0 its name; the key is URL-encoded."""

    task_id: str
    s3_key: str
    s3_version_id: str | None = None
    s3_bucket: str | None = None
    s3_bucket_arn: str = ""

    @property
    def upload(self) -> Upload:
        bucket = self.s3_bucket or self.s3_bucket_arn.rpartition(":")[2]
        return Upload(bucket, unquote_plus(self.s3_key), self.s3_version_id or None)


class Call(Struct, rename="camel"):
    """The event of an S3 batch job."""

    invocation_schema_version: str
    invocation_id: str
    tasks: list[Task]


class Result(Struct, rename="camel", frozen=True):
    """The outcome of a task; the string is written into the job's report."""

    task_id: str
    result_code: str
    result_string: str


class Answer(Struct, rename="camel", frozen=True, kw_only=True):
    """The answer that S3 expects. It takes a missing task for one that a broken-off call never saw."""

    invocation_schema_version: str
    treat_missing_keys_as: str = _AGAIN
    invocation_id: str
    results: list[Result] = field(default_factory=list)


def accepts(event: dict[str, Any]) -> bool:
    return "invocationSchemaVersion" in event


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Read the objects of the tasks; S3 tries again those that failed for now."""
    call = msgspec.convert(event, Call)
    with invocation(context):
        results = [_result(task) for task in call.tasks]
    answer = Answer(
        invocation_schema_version=call.invocation_schema_version,
        invocation_id=call.invocation_id,
        results=results,
    )
    encoded: dict[str, Any] = msgspec.to_builtins(answer)
    return encoded


def _result(task: Task) -> Result:
    try:
        receipt = take(task.upload)
    except InvoicyError as error:
        return Result(task.task_id, _AGAIN if error.retryable else _NEVER, error.message)
    except Exception as error:  # noqa: BLE001  one task must not fail the others
        _log.exception("task %s failed", task.task_id)
        return Result(task.task_id, _NEVER, type(error).__name__)
    if receipt is None:
        return Result(task.task_id, _NEVER, "The object is gone.")
    return Result(task.task_id, _DONE, f"{receipt.reading.status} {receipt.key}")
