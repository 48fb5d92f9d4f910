"""Messages of an SNS topic."""

import json

from invoicy_aws.events import topic
from tests.functions.aws.sample_events import put_event

EVENT = put_event("inbox", "a.xml")


def test_the_event_in_a_call_of_the_function_is_extracted() -> None:
    call = {"Records": [{"Sns": {"Message": json.dumps(EVENT)}}]}
    assert topic.accepts(call)
    assert list(topic.extract(call)) == [EVENT]


def test_the_event_in_a_message_to_a_queue_is_extracted() -> None:
    message = {"Type": "Notification", "Message": json.dumps(EVENT)}
    assert topic.accepts(message)
    assert list(topic.extract(message)) == [EVENT]


def test_an_event_without_a_message_is_not_accepted() -> None:
    assert not topic.accepts(EVENT)
