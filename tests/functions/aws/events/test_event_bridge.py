"""Events of S3 on EventBridge."""

from typing import Any

import pytest

from invoicy_aws.events import event_bridge
from invoicy_aws.events.object_ref import ObjectRef


def event(kind: str = "Object Created", **fields: str) -> dict[str, Any]:
    detail = {"bucket": {"name": "inbox"}, "object": {"key": "in/März 1+1.xml", **fields}}
    return {"source": "aws.s3", "detail-type": kind, "detail": detail}


def test_the_key_is_taken_as_it_is() -> None:
    assert list(event_bridge.extract(event())) == [ObjectRef("inbox", "in/März 1+1.xml")]


@pytest.mark.parametrize(("fields", "version"), [({"version-id": "v1"}, "v1"), ({"version-id": ""}, None)])
def test_a_version_is_read_if_there_is_one(fields: dict[str, str], version: str | None) -> None:
    (ref,) = event_bridge.extract(event(**fields))
    assert ref.version == version


def test_only_created_objects_are_extracted() -> None:
    assert event_bridge.accepts(event("Object Deleted"))
    assert list(event_bridge.extract(event("Object Deleted"))) == []


def test_an_event_of_another_service_is_not_accepted() -> None:
    assert not event_bridge.accepts({"source": "aws.ec2"})
