"""Traces and metrics by OpenTelemetry: ids, statuses and seconds, never content of a document."""
