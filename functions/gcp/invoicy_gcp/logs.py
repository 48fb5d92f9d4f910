"""Log lines as Cloud Logging reads them (cloud.google.com/logging/docs/structured-logging), each with its trace.

A line never carries a document's content: of an error it shows the class and the places in the program, but not the
message, which may quote what was read.
"""

import json
import logging
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from invoicy.errors import InvoicyError

_TRACEPARENT_PARTS = 4
_SAMPLED = 1


class Trace(Struct, frozen=True):
    """The trace that a request belongs to: ids in hex."""

    trace_id: str
    span_id: str
    sampled: bool = False


_current: ContextVar[Trace | None] = ContextVar("trace", default=None)


def trace_in(headers: Mapping[str, str]) -> Trace | None:
    """The trace that a request's headers name: W3C's, else Google's older one."""
    parts = headers.get("traceparent", "").split("-")
    if len(parts) >= _TRACEPARENT_PARTS:
        return Trace(parts[1], parts[2], sampled=_is_sampled(parts[3]))
    trace_id, _, rest = headers.get("x-cloud-trace-context", "").partition("/")
    span, _, options = rest.partition(";")
    if not trace_id or not span.isdigit():
        return None
    return Trace(trace_id, f"{int(span):016x}", sampled=options == "o=1")


def _is_sampled(flags: str) -> bool:
    try:
        return bool(int(flags, 16) & _SAMPLED)
    except ValueError:
        return False


@contextmanager
def traced(trace: Trace | None) -> Iterator[None]:
    """Lines that are logged here belong to the trace."""
    token = _current.set(trace)
    try:
        yield
    finally:
        _current.reset(token)


class CloudFormatter(logging.Formatter):
    """One line of JSON for each record. project: the Google Cloud project whose traces are meant; empty for none."""

    def __init__(self, project: str) -> None:
        super().__init__()
        self._project = project

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "severity": record.levelname,
            "message": record.getMessage(),
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "logger": record.name,
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["stack_trace"] = _stack(record.exc_info[1])
        return json.dumps(line | self._trace(), ensure_ascii=False)

    def _trace(self) -> dict[str, Any]:
        trace = _current.get()
        if trace is None or not self._project:
            return {}
        return {
            "logging.googleapis.com/trace": f"projects/{self._project}/traces/{trace.trace_id}",
            "logging.googleapis.com/spanId": trace.span_id,
            "logging.googleapis.com/trace_sampled": trace.sampled,
        }


def _stack(error: BaseException) -> str:
    """The traceback of an error and of its causes; for an error of ours the sentence too, which quotes no document."""
    message = f": {error.message}" if isinstance(error, InvoicyError) else ""
    frames = "".join(traceback.format_tb(error.__traceback__))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return (_stack(cause) if cause else "") + f"{frames}{type(error).__qualname__}{message}\n"


def listen(project: str) -> None:
    """Let what is logged come out on standard output, one line of JSON each, in place of what was set up before."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(CloudFormatter(project))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("invoicy").setLevel(logging.INFO)
