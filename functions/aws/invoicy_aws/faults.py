"""Turns errors of botocore into errors of the library."""

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
    from botocore.exceptions import BotoCoreError, ClientError  # loaded with the client

    try:
        yield
    except ClientError as error:
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        code = code_of(error.response)
        if code in _TEMPORARY or status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise TemporaryFaultError(f"A call to {resource} failed and may succeed later ({code}).") from error
        raise AccessRefusedError(
            f"Access to {resource} was denied ({code}). Check its name and the permissions."
        ) from error
    except BotoCoreError as error:
        raise TemporaryFaultError(f"A call to {resource} failed and may succeed later: {error}") from error
