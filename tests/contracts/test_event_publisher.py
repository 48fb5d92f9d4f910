"""The promises of every EventPublisher."""

from invoicy.readings.events import CloudEvent, reading_stored
from tests.contracts.conftest import PublisherRig
from tests.sample_readings import reading_of

EVENT: CloudEvent = reading_stored(
    reading_of("1", "R-1", "119.00", seller="Löhne & Söhne"),
    tenant="default",
    version="1.0",
    key="readings/default/1/1.0.json",
)


def test_a_subscriber_receives_the_whole_event(publisher_rig: PublisherRig) -> None:
    publisher_rig.publisher.publish(EVENT)
    assert publisher_rig.received() == [
        {
            "specversion": "1.0",
            "id": "readings/default/1/1.0.json",
            "source": "invoicy",
            "type": "invoicy.reading.stored",
            "subject": "1",
            "datacontenttype": "application/json",
            "data": {
                "tenant": "default",
                "document": "1",
                "version": "1.0",
                "key": "readings/default/1/1.0.json",
                "status": "accepted",
                "invoices": [
                    {"status": "accepted", "number": "R-1", "seller": "Löhne & Söhne", "with_vat": "119.00"},
                ],
            },
        }
    ]


def test_a_repeat_carries_the_same_id(publisher_rig: PublisherRig) -> None:
    publisher_rig.publisher.publish(EVENT)
    publisher_rig.publisher.publish(EVENT)
    assert {event["id"] for event in publisher_rig.received()} == {EVENT.id}
