"""Traces and metrics by OpenTelemetry; where they go is said by OpenTelemetry's own variables of the environment.

OTEL_TRACES_EXPORTER and OTEL_METRICS_EXPORTER: otlp, console or none. What is not said is otlp where an
OTEL_EXPORTER_OTLP_ENDPOINT is, else none: then nothing is loaded and nothing is kept.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from opentelemetry import metrics, trace
from opentelemetry.context import attach, detach
from opentelemetry.propagate import extract
from opentelemetry.trace import Status as SpanStatus
from opentelemetry.trace import StatusCode

from invoicy.documents.document import Document
from invoicy.errors import InvoicyError, SettingsError
from invoicy.pipeline import IncomingDocument, NullObserver, Pipeline, Receipt
from invoicy_gcp.deadline import within
from invoicy_gcp.logs import trace_in, traced

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import MetricExporter
    from opentelemetry.sdk.trace.export import SpanExporter

T = TypeVar("T")
_NAME = "invoicy"
_log = logging.getLogger("invoicy.gcp")


class LogObserver(NullObserver):
    """A PipelineObserver that writes one log line for each document."""

    def done(self, receipt: Receipt) -> None:
        repeat = "read" if receipt.created else "read before"
        _log.info("document %s: %s, %s", receipt.reading.id, receipt.reading.status, repeat)


class ServicePipeline(Pipeline, frozen=True, kw_only=True):
    """The pipeline with a span and metrics around each document, and an answer in time. seconds: for one document."""

    seconds: float

    def process(self, incoming: IncomingDocument) -> Receipt:
        return within(self.seconds, lambda: _observed(incoming.document, lambda: Pipeline.process(self, incoming)))


def _observed(document: Document, work: Callable[[], Receipt]) -> Receipt:
    attributes = {"invoicy.document.id": document.id, "invoicy.document.media_type": document.media_type}
    started = time.perf_counter()
    # No exception in the span: its message may quote the document.
    with trace.get_tracer(_NAME).start_as_current_span(
        "invoicy.document", attributes=attributes, record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            receipt = work()
        except Exception as error:
            span.set_status(SpanStatus(StatusCode.ERROR, type(error).__name__))
            _count("invoicy.faults", {"fault": type(error).__name__, "retryable": _retryable(error)})
            raise
        outcome: dict[str, str | bool] = {"status": receipt.reading.status.value, "created": receipt.created}
        span.set_attributes({f"invoicy.{name}": value for name, value in outcome.items()})
        _count("invoicy.documents", outcome)
        _record(time.perf_counter() - started, outcome)
        return receipt


def _retryable(error: Exception) -> bool:
    return isinstance(error, InvoicyError) and error.retryable


def _count(name: str, attributes: Mapping[str, str | bool]) -> None:
    metrics.get_meter(_NAME).create_counter(name, "1", "how many, by what became of them").add(1, attributes)


def _record(seconds: float, attributes: Mapping[str, str | bool]) -> None:
    meter = metrics.get_meter(_NAME)
    meter.create_histogram("invoicy.document.duration", "s", "from the bytes to the event").record(seconds, attributes)


@contextmanager
def request_of(headers: Iterable[tuple[str, str]]) -> Iterator[None]:
    """Tie everything that is logged and observed inside to the trace that the request's headers name."""
    known = {name.lower(): value for name, value in headers}
    token = attach(extract(known))
    try:
        with traced(trace_in(known)):
            yield
    finally:
        detach(token)


def observe(environment: Mapping[str, str]) -> None:
    """Send traces and metrics where the environment says. Raises SettingsError for a place that there is not."""
    spans = _exporter("OTEL_TRACES_EXPORTER", environment, _SPAN_EXPORTERS)
    numbers = _exporter("OTEL_METRICS_EXPORTER", environment, _METRIC_EXPORTERS)
    if spans is not None:
        _send_spans(spans())
    if numbers is not None:
        _send_metrics(numbers())


def _exporter(variable: str, environment: Mapping[str, str], exporters: Mapping[str, T]) -> T | None:
    unsaid = "otlp" if environment.get("OTEL_EXPORTER_OTLP_ENDPOINT") else "none"
    name = environment.get(variable) or unsaid
    if name == "none":
        return None
    if name not in exporters:
        raise SettingsError((f"{variable} is wrong: {name!r} is none of {', '.join(exporters)}, none.",))
    return exporters[name]


def _send_spans(exporter: "SpanExporter") -> None:
    from opentelemetry.sdk.trace import TracerProvider  # 100 ms, only where something is sent
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)


def _send_metrics(exporter: "MetricExporter") -> None:
    from opentelemetry.sdk.metrics import MeterProvider  # as above
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader

    metrics.set_meter_provider(MeterProvider([PeriodicExportingMetricReader(exporter)]))


def _otlp_spans() -> "SpanExporter":
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # as above

    return OTLPSpanExporter()


def _otlp_metrics() -> "MetricExporter":
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter  # as above

    return OTLPMetricExporter()


def _console_spans() -> "SpanExporter":
    from opentelemetry.sdk.trace.export import ConsoleSpanExporter  # as above

    return ConsoleSpanExporter()


def _console_metrics() -> "MetricExporter":
    from opentelemetry.sdk.metrics.export import ConsoleMetricExporter  # as above

    return ConsoleMetricExporter()


_SPAN_EXPORTERS: dict[str, Callable[[], "SpanExporter"]] = {"otlp": _otlp_spans, "console": _console_spans}
_METRIC_EXPORTERS: dict[str, Callable[[], "MetricExporter"]] = {"otlp": _otlp_metrics, "console": _console_metrics}
