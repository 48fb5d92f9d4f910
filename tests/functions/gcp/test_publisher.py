"""The publisher to a Pub/Sub topic."""

from concurrent.futures import TimeoutError as NoAnswerError

import pytest
from google.api_core import exceptions as google

from invoicy.errors import TemporaryFaultError
from invoicy_gcp.publisher import PubSubPublisher
from tests.contracts.test_event_publisher import EVENT
from tests.fakes.publisher import PubSubClient

TOPIC = "projects/p/topics/t"


def test_a_message_is_the_cloud_event_with_its_attributes_as_those_of_the_message() -> None:
    client = PubSubClient()
    PubSubPublisher(client, TOPIC).publish(EVENT)
    ((topic, data, attributes),) = client.messages
    assert (topic, data) == (TOPIC, EVENT.to_json())
    assert attributes == {
        "content-type": "application/cloudevents+json; charset=UTF-8",
        "ce-specversion": "1.0",
        "ce-id": EVENT.id,
        "ce-source": "invoicy",
        "ce-type": "invoicy.reading.stored",
        "ce-subject": EVENT.subject,
    }


@pytest.mark.parametrize("fault", [google.ServiceUnavailable("x"), NoAnswerError()], ids=str)
def test_an_event_that_the_topic_did_not_accept_is_a_temporary_fault(fault: Exception) -> None:
    with pytest.raises(TemporaryFaultError, match=f"topic {TOPIC}"):
        PubSubPublisher(PubSubClient(fault), TOPIC).publish(EVENT)
