"""Events as lines of a log, for a machine where nobody else listens."""

import logging

from invoicy.events import ReadingStored

_log = logging.getLogger("invoicy.events")


class LogPublisher:
    """An EventPublisher that writes each event as one line of JSON."""

    def publish(self, event: ReadingStored) -> None:
        _log.info("%s", event.to_json().decode())
