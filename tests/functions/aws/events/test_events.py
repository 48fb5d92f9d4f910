"""Every way in which AWS tells of an upload says the same upload."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invoicy_aws.events import UnknownEventError, uploads_of
from invoicy_aws.events.object_ref import Upload
from tests.functions.aws.sample_events import BUCKET, EVENTS, KEY, VERSION, put_event, text_of

ONE = (Upload(BUCKET, KEY),)
UPLOADS: dict[str, tuple[Upload, ...]] = {
    "s3_put": ONE,
    "s3_put_version": (Upload(BUCKET, KEY, VERSION),),
    "s3_records": tuple(Upload(BUCKET, f"incoming/{name}") for name in ("a.xml", "b.pdf", "c.eml")),
    "s3_removed": (),
    "s3_test": (),
    "event_bridge": ONE,
    "event_bridge_version": (Upload(BUCKET, KEY, VERSION),),
    "event_bridge_deleted": (),
    "sns": ONE,
    "sqs": ONE,
    "sqs_test": (),
    "sqs_sns": ONE,
    "sqs_event_bridge": ONE,
}
OTHERS = {"sqs_several"}  # one of its messages is none: see test_messages


def test_every_recorded_event_of_a_bucket_is_expected_here() -> None:
    assert set(UPLOADS) | OTHERS == {
        path.stem for path in EVENTS.glob("*.json") if not path.stem.startswith(("http_", "s3_batch_"))
    }


@pytest.mark.parametrize("name", UPLOADS)
def test_an_event_tells_of_its_uploads(name: str) -> None:
    assert uploads_of(json.loads(text_of(name))) == UPLOADS[name]


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"Records": []},
        {"Records": [{"s3": {}}]},
        {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"bucket": {}, "object": {}}}]},
        {"Records": [{"body": "no JSON"}]},
        {"Records": [{"body": "[]"}]},
        {"source": "aws.s3", "detail-type": "Object Created"},
        {"source": "aws.ec2"},
        {"Type": "Notification", "Message": "hello"},
    ],
    ids=str,
)
def test_what_is_no_event_of_s3_is_raised_with_its_cure(event: dict[str, object]) -> None:
    with pytest.raises(UnknownEventError, match="connect the function to a bucket's uploads"):
        uploads_of(event)


@pytest.mark.parametrize(
    "key",
    [f"readings/a/{'0' * 64}/1.0.json", f"readings/a/{'0' * 64}/acts/1.json", f"documents/a/{'0' * 64}", "folder/"],
)
def test_our_own_output_starts_nothing(key: str) -> None:
    assert uploads_of(put_event("b", key)) == ()


def test_an_uploader_may_have_folders_of_our_names() -> None:
    assert uploads_of(put_event("b", "readings/march.pdf")) == (Upload("b", "readings/march.pdf"),)


def test_a_version_is_part_of_where_a_document_came_from() -> None:
    assert Upload("b", "a.xml").origin == "s3://b/a.xml"
    assert Upload("b", "a.xml", "1/2").origin == "s3://b/a.xml?versionId=1/2"


FIELDS = st.sampled_from(["Records", "s3", "body", "Sns", "Message", "Type", "source", "detail", "Event", "eventName"])
VALUES: st.SearchStrategy[Any] = st.sampled_from([None, "", "Notification", "aws.s3", "s3:TestEvent", "{}", 1, [], {}])
RECORDS = st.lists(st.dictionaries(FIELDS, VALUES, max_size=3), max_size=2)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(FIELDS, VALUES | RECORDS, max_size=4))
def test_whatever_comes_only_our_own_error_is_raised(event: dict[str, object]) -> None:
    with suppress(UnknownEventError):
        assert isinstance(uploads_of(event), tuple)
