"""Logs and metrics of the functions by Powertools: ids, times and counts, never the text of a document."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from time import perf_counter
from typing import TYPE_CHECKING, Any

from invoicy.pipeline import Receipt, Stage
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


class LambdaObserver:
    """A PipelineObserver for Lambda: a log line and metrics for each document, X-Ray subsegments for the stages."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        started = perf_counter()
        try:
            with _subsegment(stage):
                yield
        finally:
            self._seconds[stage] = self._seconds.get(stage, 0.0) + perf_counter() - started

    def done(self, receipt: Receipt) -> None:
        stages, self._seconds = self._seconds, {}
        reading = receipt.reading
        logger().info(
            "document stored" if receipt.created else "document stored before",
            extra={
                "document": reading.id,
                "status": reading.status,
                "stages": {stage: round(seconds, 4) for stage, seconds in stages.items()},
            },
        )
        _count(receipt, sum(stages.values()))


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


def _subsegment(name: str) -> AbstractContextManager[object]:
    if "Sampled=1" not in os.environ.get("_X_AMZN_TRACE_ID", ""):
        return nullcontext()
    from aws_lambda_powertools import Tracer  # half a second of import, so only for a call that is traced

    return Tracer(service=SERVICE, auto_patch=False).provider.in_subsegment(f"## {name}")
