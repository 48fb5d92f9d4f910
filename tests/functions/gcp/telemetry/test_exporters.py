"""Exporters of traces and metrics: none unless the environment names one."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest

from invoicy.errors import SettingsError
from invoicy_gcp.telemetry.exporters import start_exporters
from tests.functions.gcp.telemetry.process import output_of


class Collector(BaseHTTPRequestHandler):
    """Receives what is exported by OTLP."""

    received: ClassVar[dict[str, bytes]] = {}

    def do_POST(self) -> None:
        self.received[self.path] = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Log nothing."""


def test_traces_and_metrics_are_sent_to_the_endpoint_in_the_environment(tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Collector) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        output_of(
            tmp_path,
            OTEL_EXPORTER_OTLP_ENDPOINT=f"http://127.0.0.1:{server.server_port}",
            OTEL_EXPORTER_OTLP_COMPRESSION="none",
        )
        server.shutdown()
    assert b"invoicy.document" in Collector.received["/v1/traces"]
    assert b"invoicy.documents" in Collector.received["/v1/metrics"]


def test_without_an_endpoint_nothing_is_exported(tmp_path: Path) -> None:
    assert output_of(tmp_path) == ""


@pytest.mark.parametrize("variable", ["OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER"])
def test_an_unknown_exporter_is_reported(variable: str) -> None:
    with pytest.raises(SettingsError, match=f"{variable} must be otlp, console or none, not 'jaeger'"):
        start_exporters({variable: "jaeger"})
