"""HTTP statuses for events: an event is delivered again exactly where that can help."""

import logging
from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from invoicy.errors import InvoicyError
from invoicy_gcp.deadline import within
from invoicy_gcp.events.pub_sub import Incoming
from invoicy_gcp.intake import Intake

_log = logging.getLogger("invoicy.gcp")


def status_of(incoming: Incoming, intake: Callable[[], Intake], seconds: float) -> HTTPStatus:
    """Read the document of an event and return the status of the answer: 204 when everything is stored.

    503 for a fault that may pass, 500 for a fault that needs a change; after both the event is delivered again. An
    event without a document makes no intake. seconds: the time for the document.
    """
    if incoming is None:
        return HTTPStatus.NO_CONTENT
    try:
        within(seconds, partial(intake().take, incoming))
    except InvoicyError as error:
        _log.error("%s was not read: %s", incoming.uri, error.message)
        return status_of_error(error)
    except Exception:  # noqa: BLE001  any defect must lead to another delivery
        _log.exception("%s was not read: the program failed", incoming.uri)
        return HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.NO_CONTENT


def status_of_error(error: InvoicyError) -> HTTPStatus:
    return HTTPStatus.SERVICE_UNAVAILABLE if error.retryable else HTTPStatus.INTERNAL_SERVER_ERROR
