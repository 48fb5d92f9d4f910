"""The parts that the shapes of events share."""

import pytest

from invoicy_aws.events.shape import records_with, wrapped_event


@pytest.mark.parametrize(
    ("event", "has"),
    [
        ({"Records": [{"body": ""}, {"body": ""}]}, True),
        ({"Records": [{"body": ""}, {}]}, False),
        ({"Records": []}, False),
        ({"Records": "body"}, False),
        ({"Records": ["body"]}, False),
        ({}, False),
    ],
)
def test_every_record_needs_the_field(event: dict[str, object], has: bool) -> None:
    assert records_with("body", event) is has


@pytest.mark.parametrize("text", ["", "no JSON", "[]", '"text"', "1"])
def test_a_text_without_an_object_is_an_empty_event(text: str) -> None:
    assert wrapped_event(text) == {}
