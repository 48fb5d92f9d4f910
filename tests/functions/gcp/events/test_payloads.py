"""Payloads of Cloud Storage's events."""

from typing import Any

import msgspec
import pytest

from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.payloads import audit_log_written, object_finalized

RESOURCE = "projects/_/buckets/inbox/objects/in/a.xml"


def audit_log(**changes: Any) -> dict[str, Any]:
    payload = {"methodName": "storage.objects.create", "resourceName": RESOURCE, "status": {}}
    return {"protoPayload": payload | changes}


def test_a_finalized_object_is_named_with_its_generation() -> None:
    data = {"bucket": "inbox", "name": "in/a.xml", "generation": "1772366400333000"}
    assert object_finalized(data) == ObjectRef("inbox", "in/a.xml", 1772366400333000)


def test_a_folder_is_ignored() -> None:
    assert object_finalized({"bucket": "inbox", "name": "in/"}) is None


@pytest.mark.parametrize(
    "data", [{}, [], None, {"bucket": 1, "name": "a"}, {"bucket": "b", "name": "a", "generation": "x"}]
)
def test_a_payload_that_names_no_object_is_an_error(data: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        object_finalized(data)


def test_a_logged_creation_names_the_object() -> None:
    assert audit_log_written(audit_log()) == ObjectRef("inbox", "in/a.xml")


@pytest.mark.parametrize("changes", [{"methodName": "storage.objects.get"}, {"status": {"code": 7}}])
def test_other_calls_and_refused_ones_are_ignored(changes: dict[str, Any]) -> None:
    assert audit_log_written(audit_log(**changes)) is None


def test_a_logged_creation_of_no_object_is_an_error() -> None:
    with pytest.raises(ValueError, match="projects/_/buckets/inbox"):
        audit_log_written(audit_log(resourceName="projects/_/buckets/inbox"))
