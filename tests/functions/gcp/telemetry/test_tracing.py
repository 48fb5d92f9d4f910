"""The trace of a request."""

import pytest
from opentelemetry.trace import SpanContext, format_span_id, format_trace_id, get_current_span

from invoicy_gcp.telemetry.tracing import request_trace

TRACE_ID, SPAN_ID = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
SAMPLED = {"traceparent": f"00-{TRACE_ID}-{SPAN_ID}-01"}


def traced(headers: dict[str, str]) -> SpanContext:
    """Return the current span inside a request with these headers."""
    with request_trace(headers.items()):
        return get_current_span().get_span_context()


@pytest.mark.parametrize(
    ("headers", "span_id", "sampled"),
    [
        (SAMPLED, SPAN_ID, True),
        ({"traceparent": f"00-{TRACE_ID}-{SPAN_ID}-00"}, SPAN_ID, False),
        ({"X-Cloud-Trace-Context": f"{TRACE_ID}/26;o=1"}, "000000000000001a", True),
        ({"X-Cloud-Trace-Context": f"{TRACE_ID}/26"}, "000000000000001a", False),
        ({"X-Cloud-Trace-Context": f"{TRACE_ID}/26;o=1"} | SAMPLED, SPAN_ID, True),
    ],
    ids=["sampled", "not sampled", "Google's", "Google's, not sampled", "both"],
)
def test_the_headers_name_the_trace(headers: dict[str, str], span_id: str, sampled: bool) -> None:
    span = traced(headers)
    assert (format_trace_id(span.trace_id), format_span_id(span.span_id)) == (TRACE_ID, span_id)
    assert span.trace_flags.sampled == sampled


@pytest.mark.parametrize("headers", [{}, {"traceparent": "nonsense"}, {"X-Cloud-Trace-Context": TRACE_ID}])
def test_without_a_valid_header_there_is_no_trace(headers: dict[str, str]) -> None:
    assert not traced(headers).is_valid


def test_after_the_request_its_trace_is_over() -> None:
    traced(SAMPLED)
    assert not get_current_span().get_span_context().is_valid
