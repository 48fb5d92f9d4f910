"""Messages of an SQS queue."""

import json

from invoicy_aws.events import queue
from tests.functions.aws.sample_events import put_event

EVENT = put_event("inbox", "a.xml")


def test_the_event_in_each_body_is_extracted_in_order() -> None:
    messages = {"Records": [{"body": json.dumps(EVENT)}, {"body": "{}"}]}
    assert queue.accepts(messages)
    assert list(queue.extract(messages)) == [EVENT, {}]


def test_records_without_a_body_are_not_accepted() -> None:
    assert not queue.accepts(EVENT)
