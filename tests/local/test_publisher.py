"""Events in the log."""

import json
import logging

import pytest

from invoicy.local.publisher import LogPublisher
from tests.contracts.test_event_publisher import EVENT


def test_an_event_is_one_line_of_json(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "invoicy.events"):
        LogPublisher().publish(EVENT)
    (record,) = caplog.records
    assert json.loads(record.getMessage()) == json.loads(EVENT.to_json())
    assert "\n" not in record.getMessage()
