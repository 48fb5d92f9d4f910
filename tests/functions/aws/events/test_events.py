"""Every shape of event about an upload names the same object."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invoicy_aws.events import UnknownEventError, objects_in
from invoicy_aws.events.object_ref import ObjectRef
from tests.functions.aws.sample_events import BUCKET, EVENTS, KEY, VERSION, put_event, text_of

OBJECT = (ObjectRef(BUCKET, KEY),)
OBJECTS: dict[str, tuple[ObjectRef, ...]] = {
    "s3_put": OBJECT,
    "s3_put_version": (ObjectRef(BUCKET, KEY, VERSION),),
    "s3_records": tuple(ObjectRef(BUCKET, f"incoming/{name}") for name in ("a.xml", "b.pdf", "c.eml")),
    "s3_removed": (),
    "s3_test": (),
    "event_bridge": OBJECT,
    "event_bridge_version": (ObjectRef(BUCKET, KEY, VERSION),),
    "event_bridge_deleted": (),
    "sns": OBJECT,
    "sqs": OBJECT,
    "sqs_test": (),
    "sqs_sns": OBJECT,
    "sqs_event_bridge": OBJECT,
}
OTHERS = {"sqs_several"}  # one of its messages is not an event of S3: see test_messages


def test_every_recorded_event_of_a_bucket_is_expected_here() -> None:
    assert set(OBJECTS) | OTHERS == {
        path.stem for path in EVENTS.glob("*.json") if not path.stem.startswith(("http_", "s3_batch_"))
    }


@pytest.mark.parametrize("name", OBJECTS)
def test_an_event_names_its_objects(name: str) -> None:
    assert objects_in(json.loads(text_of(name))) == OBJECTS[name]


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
def test_an_event_that_is_not_of_s3_is_raised_with_the_cure(event: dict[str, object]) -> None:
    with pytest.raises(UnknownEventError, match="Connect the function to a bucket's uploads"):
        objects_in(event)


@pytest.mark.parametrize(
    "key",
    [f"readings/a/{'0' * 64}/1.0.json", f"readings/a/{'0' * 64}/acts/1.json", f"documents/a/{'0' * 64}", "folder/"],
)
def test_our_own_output_starts_nothing(key: str) -> None:
    assert objects_in(put_event("b", key)) == ()


def test_an_uploader_may_have_folders_of_our_names() -> None:
    assert objects_in(put_event("b", "readings/march.pdf")) == (ObjectRef("b", "readings/march.pdf"),)


FIELDS = st.sampled_from(["Records", "s3", "body", "Sns", "Message", "Type", "source", "detail", "Event", "eventName"])
VALUES: st.SearchStrategy[Any] = st.sampled_from([None, "", "Notification", "aws.s3", "s3:TestEvent", "{}", 1, [], {}])
RECORDS = st.lists(st.dictionaries(FIELDS, VALUES, max_size=3), max_size=2)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(FIELDS, VALUES | RECORDS, max_size=4))
def test_any_event_raises_only_our_own_error(event: dict[str, object]) -> None:
    with suppress(UnknownEventError):
        assert isinstance(objects_in(event), tuple)
