"""Errors of botocore, as errors of the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from invoicy.errors import AccessRefusedError, TemporaryFaultError

_PASSING = frozenset(
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
    """S3's name for an error; for an answer without a body the HTTP status."""
    return str(response.get("Error", {}).get("Code", ""))


@contextmanager
def faults_of(place: str) -> Iterator[None]:
    """Raise what may pass as a TemporaryFaultError and what a person has to mend as an AccessRefusedError."""
    from botocore.exceptions import BotoCoreError, ClientError  # heavy, and loaded by the client at this point

    try:
        yield
    except ClientError as error:
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        code = code_of(error.response)
        if code in _PASSING or status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise TemporaryFaultError(f"{place} is not available just now: {code}.") from error
        raise AccessRefusedError(f"{place} does not let us in: {code}. Check its name and our permissions.") from error
    except BotoCoreError as error:
        raise TemporaryFaultError(f"{place} cannot be reached just now: {error}.") from error
