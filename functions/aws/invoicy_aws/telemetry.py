"""Logs and metrics of the functions by Powertools: ids, times and counts, never the text of a document."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from invoicy.pipeline import Receipt
from invoicy_aws.costs import architecture_here, cost_of_document, megabytes_here

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger

NAMESPACE = "Invoicy"
SERVICE = "invoicy"


@cache
def logger() -> "Logger":
    """The log: every logger of the library writes to it, for its name begins with the service's."""
    from aws_lambda_powertools import Logger  # a tenth of a second, which the import of a handler need not take

    from invoicy_aws.logs import WithoutValues

    return Logger(service=SERVICE, logger_formatter=WithoutValues(serialize_stacktrace=False))


@contextmanager
def invocation(context: Any) -> Iterator[None]:
    """Put what Lambda says of the call, and whether it is the first of its process, into every line of the log."""
    keys = {
        "cold_start": _is_first(),
        "function_name": getattr(context, "function_name", None),
        "function_request_id": getattr(context, "aws_request_id", None),
    }
    with logger().append_context_keys(**keys):
        yield


def record(receipt: Receipt, stages: dict[str, float]) -> None:
    """Note in the log and in the metrics what became of one document. stages: seconds by stage."""
    seconds = sum(stages.values())
    reading = receipt.reading
    logger().info(
        "document stored" if receipt.created else "document stored before",
        extra={
            "document": reading.id,
            "status": reading.status,
            "stages": {name: round(each, 4) for name, each in stages.items()},
            "duplicates": len(receipt.duplicates),
        },
    )
    _count(receipt, seconds)


def _count(receipt: Receipt, seconds: float) -> None:
    from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit  # loaded with the logger

    reading = receipt.reading
    metrics = EphemeralMetrics(namespace=NAMESPACE, service=SERVICE)
    metrics.add_dimension("status", reading.status)
    metrics.add_metadata("document", reading.id)
    metrics.add_metric("Documents" if receipt.created else "Repeats", MetricUnit.Count, 1)
    metrics.add_metric("Seconds", MetricUnit.Seconds, seconds)
    metrics.add_metric("Pages", MetricUnit.Count, len({page for each in reading.invoices for page in each.pages}))
    cost = cost_of_document(seconds, megabytes_here(), architecture_here())
    metrics.add_metric("EstimatedCost", MetricUnit.NoUnit, cost)
    metrics.flush_metrics()


_invocations = iter((True,))


def _is_first() -> bool:
    return next(_invocations, False)
