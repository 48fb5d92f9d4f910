"""The test event of S3."""

from invoicy_aws.events import s3_test

EVENT = {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "inbox"}


def test_the_test_event_names_no_object() -> None:
    assert s3_test.accepts(EVENT)
    assert tuple(s3_test.extract(EVENT)) == ()


def test_another_event_is_not_accepted() -> None:
    assert not s3_test.accepts({"Event": "s3:ObjectCreated:Put"})
