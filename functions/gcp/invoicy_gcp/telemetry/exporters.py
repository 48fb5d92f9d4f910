"""Exporters of traces and metrics, chosen by OpenTelemetry's own environment variables.

OTEL_TRACES_EXPORTER and OTEL_METRICS_EXPORTER: otlp, console or none. The default is otlp where
OTEL_EXPORTER_OTLP_ENDPOINT is set, otherwise none; none loads nothing.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from invoicy.errors import SettingsError

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import MetricExporter
    from opentelemetry.sdk.trace.export import SpanExporter

T = TypeVar("T")


def start_exporters(environment: Mapping[str, str]) -> None:
    """Send traces and metrics to the exporters in the environment. Raises SettingsError for an unknown exporter."""
    span_exporter = _chosen("OTEL_TRACES_EXPORTER", environment, _SPAN_EXPORTERS)
    metric_exporter = _chosen("OTEL_METRICS_EXPORTER", environment, _METRIC_EXPORTERS)
    if span_exporter is not None:
        _export_spans(span_exporter())
    if metric_exporter is not None:
        _export_metrics(metric_exporter())


def _chosen(variable: str, environment: Mapping[str, str], exporters: Mapping[str, T]) -> T | None:
    default = "otlp" if environment.get("OTEL_EXPORTER_OTLP_ENDPOINT") else "none"
    name = environment.get(variable) or default
    if name == "none":
        return None
    if name not in exporters:
        raise SettingsError((f"{variable} must be {', '.join(exporters)} or none, not {name!r}.",))
    return exporters[name]


def _export_spans(exporter: "SpanExporter") -> None:
    from opentelemetry import trace  # 0.1 s of CPU with the SDK, only where something is exported
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)


def _export_metrics(exporter: "MetricExporter") -> None:
    from opentelemetry import metrics  # as above
    from opentelemetry.sdk.metrics import MeterProvider
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
