"""Answers to events, by which one comes again exactly where that can help or someone has to act first."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from invoicy.errors import InvoicyError

_log = logging.getLogger("invoicy.gcp")


def answered(take: Callable[[], object]) -> HTTPStatus:
    """204 when all is stored; 503 for a fault that may pass, 500 for one that someone has to mend: both come again."""
    try:
        take()
    except InvoicyError as error:
        _log.error("to be delivered again: %s", error.message)
        return HTTPStatus.SERVICE_UNAVAILABLE if error.retryable else HTTPStatus.INTERNAL_SERVER_ERROR
    except Exception:  # noqa: BLE001  the answer has to be one that brings the event again
        _log.exception("to be delivered again: the program failed")
        return HTTPStatus.INTERNAL_SERVER_ERROR
    return HTTPStatus.NO_CONTENT
