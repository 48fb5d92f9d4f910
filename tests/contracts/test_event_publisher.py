"""The promises of every EventPublisher."""

from invoicy.events import InvoiceSummary, ReadingStored
from invoicy.reading import Status
from tests.contracts.conftest import PublisherRig

EVENT = ReadingStored(
    id="readings/default/1/1.0.json",
    tenant="default",
    document="1",
    version="1.0",
    key="readings/default/1/1.0.json",
    status=Status.REVIEW,
    invoices=(InvoiceSummary(status=Status.REVIEW, number="R-1", seller="Löhne & Söhne"),),
    duplicates=("2",),
)


def test_who_listens_hears_the_whole_event(publisher_rig: PublisherRig) -> None:
    publisher_rig.publisher.publish(EVENT)
    assert publisher_rig.heard() == [
        {
            "id": "readings/default/1/1.0.json",
            "type": "invoicy.reading.stored",
            "tenant": "default",
            "document": "1",
            "version": "1.0",
            "key": "readings/default/1/1.0.json",
            "status": "review",
            "invoices": [{"status": "review", "number": "R-1", "seller": "Löhne & Söhne"}],
            "duplicates": ["2"],
        }
    ]


def test_a_repeat_carries_the_same_id(publisher_rig: PublisherRig) -> None:
    publisher_rig.publisher.publish(EVENT)
    publisher_rig.publisher.publish(EVENT)
    assert {event["id"] for event in publisher_rig.heard()} == {EVENT.id}
