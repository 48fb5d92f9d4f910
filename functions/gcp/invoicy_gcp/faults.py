"""Errors of Google's clients, as errors of the library."""

from collections.abc import Iterator
from contextlib import contextmanager

from invoicy.errors import AccessRefusedError, TemporaryFaultError


@contextmanager
def faults_of(place: str) -> Iterator[None]:
    """Raise what may pass as a TemporaryFaultError and what a person has to mend as an AccessRefusedError."""
    from google.api_core.exceptions import GoogleAPICallError, RetryError, ServerError, TooManyRequests
    from google.auth.exceptions import TransportError
    from requests.exceptions import RequestException  # all four heavy, and loaded by the client at this point

    try:
        yield
    except (ServerError, TooManyRequests, RetryError, TransportError, RequestException, OSError, TimeoutError) as error:
        raise TemporaryFaultError(f"{place} is not available just now: {type(error).__name__}.") from error
    except GoogleAPICallError as error:
        message = f"{place} does not let us in: {error.message}. Check its name and our permissions."
        raise AccessRefusedError(message) from error
