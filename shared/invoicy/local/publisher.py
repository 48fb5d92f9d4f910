"""Writes events to the log, for a machine without subscribers."""

import logging

from invoicy.readings.events import CloudEvent

_log = logging.getLogger("invoicy.events")


class LogPublisher:
    """An EventPublisher that writes each event as one line of JSON."""

    def publish(self, event: CloudEvent) -> None:
        _log.info("%s", event.to_json().decode())
