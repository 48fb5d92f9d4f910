"""Log lines without the values that an exception quotes."""

import sys

from invoicy.errors import TemporaryFaultError
from invoicy_aws.logs import LambdaFormatter

DATE = "Muster GmbH"


def failing(date: str) -> None:
    raise ValueError(f"no such date: {date}")


def test_an_exception_is_logged_by_class_and_place_without_its_message() -> None:
    try:
        failing(DATE)
    except ValueError:
        text = LambdaFormatter().formatException(sys.exc_info())
    assert "in failing" in text
    assert text.endswith("ValueError\n")
    assert DATE not in text


def test_an_error_of_ours_is_logged_with_its_message_and_with_its_cause() -> None:
    def fail() -> None:
        try:
            failing(DATE)
        except ValueError as error:
            raise TemporaryFaultError("The bucket is slow.") from error

    try:
        fail()
    except TemporaryFaultError:
        text = LambdaFormatter().formatException(sys.exc_info())
    assert "ValueError\n" in text
    assert text.endswith("TemporaryFaultError: The bucket is slow.\n")
    assert DATE not in text
