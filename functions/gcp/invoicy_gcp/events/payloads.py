"""Payloads of Cloud Storage's events (github.com/googleapis/google-cloudevents)."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from invoicy.errors import InvalidArgumentError
from invoicy.model.conversion import convert
from invoicy_gcp.events.object_ref import ObjectRef, is_document

_OBJECT_EVENTS = "google.cloud.storage.object.v1."
FINALIZED = "google.cloud.storage.object.v1.finalized"
AUDITED = "google.cloud.audit.log.v1.written"
_CREATE_METHOD = "storage.objects.create"
_RESOURCE_NAME = re.compile(r"projects/_/buckets/([^/]+)/objects/(.+)", re.DOTALL)


class UnknownEventError(InvalidArgumentError):
    """The event is not about objects in Cloud Storage. Raised, so that it ends in a log or in the dead-letter topic."""

    def __init__(self, event_type: str) -> None:
        super().__init__(
            f"This is not an event of Cloud Storage (type: {event_type}). Connect the service to a bucket's uploads."
        )


class _StorageObject(Struct):
    bucket: str
    name: str
    generation: int | None = None


class _ProtoPayload(Struct, rename="camel"):
    method_name: str
    resource_name: str
    status: dict[str, Any] = {}


class _AuditLogEntry(Struct, rename="camel"):
    proto_payload: _ProtoPayload


def document_ref(bucket: str, key: str, version: int | None = None) -> ObjectRef | None:
    """Return a reference to the object; None where the object is not an uploaded document."""
    return ObjectRef(bucket, key, version) if is_document(key) else None


def object_finalized(data: Any) -> ObjectRef | None:
    """Return the object that was created. Raises msgspec.ValidationError for another payload."""
    stored = convert(data, _StorageObject, strict=False)
    return document_ref(stored.bucket, stored.name, stored.generation)


def audit_log_written(data: Any) -> ObjectRef | None:
    """Return the object whose creation was logged; None for other calls and for refused ones.

    Raises ValueError for a payload that names no object, msgspec.ValidationError for another payload.
    """
    payload = convert(data, _AuditLogEntry).proto_payload
    if payload.method_name != _CREATE_METHOD or payload.status.get("code"):
        return None
    resource = _RESOURCE_NAME.fullmatch(payload.resource_name)
    if resource is None:
        raise ValueError(payload.resource_name)
    return document_ref(resource[1], resource[2])


def _other_object_event(_: Any) -> None:
    """Return None, because the event creates no object."""


_PAYLOADS: dict[str, Callable[[Any], ObjectRef | None]] = {FINALIZED: object_finalized, AUDITED: audit_log_written}


def payload_of(event_type: str) -> Callable[[Any], ObjectRef | None]:
    """Return the function that finds the created object in the data of an event of this type.

    Raises UnknownEventError for an event that is not about objects.
    """
    if event_type in _PAYLOADS:
        return _PAYLOADS[event_type]
    if event_type.startswith(_OBJECT_EVENTS):
        return _other_object_event
    raise UnknownEventError(event_type)
