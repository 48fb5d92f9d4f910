"""Turns errors of AWS's clients into errors of the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from invoicy.errors import AccessRefusedError, TemporaryFaultError

_TEMPORARY = frozenset(
    {
        "ConditionalRequestConflict",
        "InternalError",
        "OperationAborted",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestTimeout",
        "RequestTimeTooSkewed",
        "SlowDown",
        "ServiceUnavailable",
        "Throttling",
        "ThrottlingException",
    }
)


def code_of(response: Any) -> str:
    """Return the code of an error; for a response without a body, S3 has the HTTP status as its code."""
    return str(response.get("Error", {}).get("Code", ""))


@contextmanager
def faults_of(resource: str) -> Iterator[None]:
    """Raise a fault that may pass as a TemporaryFaultError and a wrong name or permission as an AccessRefusedError.

    resource: the called resource in the words of an error message, such as "the bucket b".
    """
    from botocore.exceptions import (  # loaded with the client
        BotoCoreError,
        ClientError,
        NoCredentialsError,
        PartialCredentialsError,
    )

    try:
        yield
    except ClientError as error:
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        code = code_of(error.response)
        if code in _TEMPORARY or status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise _temporary(resource, code) from error
        raise _denied(resource, code) from error
    except (NoCredentialsError, PartialCredentialsError) as error:
        raise _denied(resource, type(error).__name__) from error
    except (BotoCoreError, OSError) as error:
        raise _temporary(resource, type(error).__name__) from error


def _temporary(resource: str, reason: str) -> TemporaryFaultError:
    return TemporaryFaultError(f"A call to {resource} failed and may succeed later ({reason}).")


def _denied(resource: str, reason: str) -> AccessRefusedError:
    return AccessRefusedError(f"Access to {resource} was denied ({reason}). Check its name and the permissions.")
