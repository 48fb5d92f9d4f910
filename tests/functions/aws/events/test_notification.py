"""Event notifications of S3."""

import pytest

from invoicy_aws.events import notification
from invoicy_aws.events.object_ref import ObjectRef
from tests.functions.aws.sample_events import put_event


def test_the_key_is_decoded() -> None:
    event = put_event("inbox", "in/M%C3%A4rz+1%2B1.xml")
    assert list(notification.extract(event)) == [ObjectRef("inbox", "in/März 1+1.xml")]


def test_a_version_is_read_if_there_is_one() -> None:
    assert [ref.version for ref in notification.extract(put_event("inbox", "a.xml", "v1"))] == ["v1"]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("ObjectCreated:Put", 1),
        ("s3:ObjectCreated:CompleteMultipartUpload", 1),
        ("ObjectRemoved:Delete", 0),
        ("ObjectTagging:Put", 0),
    ],
)
def test_only_created_objects_are_extracted(name: str, count: int) -> None:
    event = put_event("inbox", "a.xml")
    event["Records"][0]["eventName"] = name
    assert notification.accepts(event)
    assert len(list(notification.extract(event))) == count
