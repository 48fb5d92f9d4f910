"""Errors of Google's clients become errors of the library."""

from concurrent.futures import TimeoutError as NoAnswerError

import pytest
from google.api_core import exceptions as google
from google.auth.exceptions import DefaultCredentialsError, RefreshError, TransportError
from requests.exceptions import ConnectionError as NoConnectionError

from invoicy.errors import AccessRefusedError, TemporaryFaultError
from invoicy_gcp.faults import faults_of


def refresh_error(*, retryable: bool = False, cause: Exception | None = None) -> Exception:
    error: Exception = RefreshError("no token", retryable=retryable)
    error.__cause__ = cause
    return error


TEMPORARY = [
    google.TooManyRequests("slow down"),
    google.InternalServerError("x"),
    google.ServiceUnavailable("x"),
    google.GatewayTimeout("x"),
    google.RetryError("gave up", None),
    TransportError("no token"),
    refresh_error(retryable=True),
    refresh_error(cause=TransportError("no metadata server")),
    NoConnectionError("reset"),
    ConnectionResetError("reset"),
    NoAnswerError(),
]
LASTING = [
    google.Forbidden("no"),
    google.NotFound("no bucket"),
    refresh_error(),
    DefaultCredentialsError("no credentials"),
]


@pytest.mark.parametrize("fault", TEMPORARY, ids=lambda fault: type(fault).__name__)
def test_a_temporary_fault_can_be_retried(fault: Exception) -> None:
    with (
        pytest.raises(TemporaryFaultError, match=r"^A call to the bucket b failed and may succeed later"),
        faults_of("the bucket b"),
    ):
        raise fault


@pytest.mark.parametrize("fault", LASTING, ids=lambda fault: type(fault).__name__)
def test_a_wrong_name_or_permission_cannot(fault: Exception) -> None:
    with pytest.raises(AccessRefusedError, match=r"^Access to the bucket b was denied"), faults_of("the bucket b"):
        raise fault


def test_a_defect_of_the_program_stays_as_it_is() -> None:
    with pytest.raises(KeyError), faults_of("the bucket b"):
        raise KeyError
