"""Turns errors of Google's clients into errors of the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from invoicy.errors import AccessRefusedError, TemporaryFaultError

if TYPE_CHECKING:
    from google.auth.exceptions import GoogleAuthError


@contextmanager
def faults_of(resource: str) -> Iterator[None]:
    """Raise a fault that may pass as a TemporaryFaultError and a wrong name or permission as an AccessRefusedError.

    resource: the called resource in the words of an error message, such as "the bucket b".
    """
    from google.api_core.exceptions import GoogleAPICallError, RetryError, ServerError, TooManyRequests
    from google.auth.exceptions import GoogleAuthError
    from requests.exceptions import RequestException  # 0.4 s of CPU; the client has loaded all of them

    try:
        yield
    except GoogleAuthError as error:
        raise (_temporary if _is_temporary(error) else _denied)(resource, error) from error
    except (ServerError, TooManyRequests, RetryError, RequestException, OSError, TimeoutError) as error:
        raise _temporary(resource, error) from error
    except GoogleAPICallError as error:
        raise _denied(resource, error) from error


def _is_temporary(error: "GoogleAuthError") -> bool:
    """Test whether Google could not be reached. A refresh that failed for this reason names it as its cause."""
    from google.auth.exceptions import TransportError

    return error.retryable or isinstance(error, TransportError) or isinstance(error.__cause__, TransportError)


def _temporary(resource: str, error: Exception) -> TemporaryFaultError:
    return TemporaryFaultError(f"A call to {resource} failed and may succeed later ({type(error).__name__}).")


def _denied(resource: str, error: Exception) -> AccessRefusedError:
    return AccessRefusedError(f"Access to {resource} was denied ({error}). Check its name and the permissions.")
