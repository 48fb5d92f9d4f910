"""HTTP statuses for events."""

from http import HTTPStatus

import pytest

from invoicy.errors import AccessRefusedError, InvoicyError, SettingsError, TemporaryFaultError
from invoicy_gcp.answers import status_after


def failing_with(error: Exception) -> HTTPStatus:
    def work() -> None:
        raise error

    return status_after(work)


def test_finished_work_is_answered_204() -> None:
    assert status_after(lambda: "stored") == HTTPStatus.NO_CONTENT


def test_a_temporary_fault_is_answered_503() -> None:
    assert failing_with(TemporaryFaultError("slow down")) == HTTPStatus.SERVICE_UNAVAILABLE


@pytest.mark.parametrize(
    "error",
    [InvoicyError("wrong"), AccessRefusedError("denied"), SettingsError(("wrong",)), KeyError("a defect")],
    ids=lambda error: type(error).__name__,
)
def test_a_fault_that_needs_a_change_is_answered_500(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    assert failing_with(error) == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "will be delivered again" in caplog.text
