"""Log lines without the values that an exception quotes."""

import sys

from invoicy_aws.logs import ValueFreeFormatter

DATE = "Muster GmbH"


def failing(date: str) -> None:
    raise ValueError(f"no such date: {date}")


def test_an_exception_is_logged_by_class_and_place_without_its_message() -> None:
    try:
        failing(DATE)
    except ValueError:
        text = ValueFreeFormatter().formatException(sys.exc_info())
    assert "in failing" in text
    assert text.endswith("ValueError")
    assert DATE not in text
