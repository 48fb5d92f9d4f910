"""Logs, metrics and traces of the functions: ids, times and counts, never the text of a document.

Lambda imports this in the init phase, at full power: every call needs the logger and the metrics.
"""

import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import perf_counter

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from invoicy.pipeline import Receipt, Stage
from invoicy_aws.costs import architecture, cost_of_document, memory_megabytes
from invoicy_aws.logs import LambdaFormatter

SERVICE = "invoicy"  # also the name above all loggers of the library, whose lines it thus formats

logger = Logger(service=SERVICE, logger_formatter=LambdaFormatter(serialize_stacktrace=False))
metrics = Metrics(namespace="Invoicy", service=SERVICE)
# An event may contain no document, for example the test event of S3.
warnings.filterwarnings("ignore", "No application metrics to publish")


class LambdaObserver:
    """A PipelineObserver with one log line and the metrics of each document; stages are X-Ray subsegments.

    clock: returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._seconds: dict[Stage, float] = {}

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        if stage is Stage.FETCH:
            self._seconds.clear()  # of an object that no longer existed: only its fetch was measured
        started = self._clock()
        try:
            with _subsegment(stage):
                yield
        except BaseException:
            self._seconds.clear()  # the delivery failed: its time is not that of the next document
            metrics.add_metric("Faults", MetricUnit.Count, 1)
            raise
        self._seconds[stage] = self._seconds.get(stage, 0.0) + self._clock() - started

    def done(self, receipt: Receipt) -> None:
        stages, self._seconds = self._seconds, {}
        logger.info(
            "document stored" if receipt.created else "document stored before",
            extra={
                "document": receipt.reading.id,
                "status": receipt.reading.status,
                "stages": {stage: round(seconds, 4) for stage, seconds in stages.items()},
            },
        )
        _add_metrics(receipt, sum(stages.values()))


def _add_metrics(receipt: Receipt, seconds: float) -> None:
    reading = receipt.reading
    pages = {page for invoice in reading.invoices for page in invoice.pages}
    counts = ("Documents", reading.status.capitalize()) if receipt.created else ("Repeats",)
    for count in counts:
        metrics.add_metric(count, MetricUnit.Count, 1)
    metrics.add_metric("Seconds", MetricUnit.Seconds, seconds)
    metrics.add_metric("Pages", MetricUnit.Count, len(pages))
    cost = cost_of_document(seconds, memory_megabytes(), architecture())
    metrics.add_metric("EstimatedCost", MetricUnit.NoUnit, cost)


def _subsegment(name: str) -> AbstractContextManager[object]:
    if "Sampled=1" not in os.environ.get("_X_AMZN_TRACE_ID", ""):
        return nullcontext()
    from aws_lambda_powertools import Tracer  # 0.3 s of CPU, so only for a call that is traced

    return Tracer(service=SERVICE, auto_patch=False).provider.in_subsegment(f"## {name}")
