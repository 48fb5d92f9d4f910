"""Errors of Google's clients as errors of the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from invoicy.errors import AccessRefusedError, TemporaryFaultError

if TYPE_CHECKING:
    from google.auth.exceptions import GoogleAuthError


@contextmanager
def faults_of(resource: str) -> Iterator[None]:
    """Raise temporary faults as TemporaryFaultError, wrong names and permissions as AccessRefusedError.

    resource: a name for the messages, such as "the bucket inbox".
    """
    from google.api_core.exceptions import GoogleAPICallError, RetryError, ServerError, TooManyRequests
    from google.auth.exceptions import GoogleAuthError
    from requests.exceptions import RequestException  # 0.4 s of CPU; the client has loaded all of them

    try:
        yield
    except GoogleAuthError as error:
        raise (_unavailable if _is_temporary(error) else _denied)(resource, error) from error
    except (ServerError, TooManyRequests, RetryError, RequestException, OSError, TimeoutError) as error:
        raise _unavailable(resource, error) from error
    except GoogleAPICallError as error:
        raise _denied(resource, error) from error


def _is_temporary(error: "GoogleAuthError") -> bool:
    """True where Google could not be reached. A refresh that failed for this reason names it as its cause."""
    from google.auth.exceptions import TransportError

    return error.retryable or isinstance(error, TransportError) or isinstance(error.__cause__, TransportError)


def _unavailable(resource: str, error: Exception) -> TemporaryFaultError:
    name = type(error).__name__
    return TemporaryFaultError(f"{resource[0].upper()}{resource[1:]} is temporarily unavailable ({name}).")


def _denied(resource: str, error: Exception) -> AccessRefusedError:
    return AccessRefusedError(f"Access to {resource} was denied ({error}). Check its name and the permissions.")
