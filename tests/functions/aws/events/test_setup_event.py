"""The test event of S3."""

from invoicy_aws.events import setup_event

EVENT = {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "inbox"}


def test_the_test_event_names_no_object() -> None:
    assert setup_event.accepts(EVENT)
    assert tuple(setup_event.extract(EVENT)) == ()


def test_another_event_is_not_accepted() -> None:
    assert not setup_event.accepts({"Event": "s3:ObjectCreated:Put"})
