"""Errors of the library, as they come from another process."""

import pickle

import pytest

from invoicy.errors import (
    AccessRefusedError,
    DamagedObjectError,
    DocumentNotFoundError,
    InvalidArgumentError,
    InvalidReadingError,
    InvoicyError,
    SettingsError,
    TemporaryFaultError,
    UnreadableDocumentError,
)

ERRORS = (
    AccessRefusedError("You may not read a.xml."),
    DamagedObjectError("readings/a"),
    DocumentNotFoundError("a.xml"),
    InvalidArgumentError("name has to be a str."),
    InvalidReadingError("This is not a reading."),
    SettingsError(("One is wrong.", "Another is missing.")),
    TemporaryFaultError("The disk is busy."),
    UnreadableDocumentError("INVOICY-PDF-BROKEN", "The PDF is damaged."),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_has_the_same_message_after_pickling(error: InvoicyError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  what this test has just written
    assert type(again) is type(error)
    assert (str(again), vars(again), again.args) == (str(error), vars(error), error.args)
    assert again.retryable is error.retryable
