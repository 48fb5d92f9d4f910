"""HTTP statuses for events: each event is delivered again exactly where that can help."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from invoicy.errors import InvoicyError

_log = logging.getLogger("invoicy.gcp")


def status_after(work: Callable[[], object]) -> HTTPStatus:
    """Do the work and return its status: 204 when everything is stored, status_of an error otherwise."""
    try:
        work()
    except InvoicyError as error:
        return status_of(error)
    except Exception:  # noqa: BLE001  any defect must lead to another delivery
        _log.exception("the event will be delivered again: the program failed")
        return HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.NO_CONTENT


def status_of(error: InvoicyError) -> HTTPStatus:
    """Return 503 for a temporary fault, 500 for a fault that needs a change; after both the event comes again."""
    _log.error("the event will be delivered again: %s", error.message)
    return HTTPStatus.SERVICE_UNAVAILABLE if error.retryable else HTTPStatus.INTERNAL_SERVER_ERROR
