"""Payloads of Cloud Storage's events (github.com/googleapis/google-cloudevents)."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from invoicy.model.conversion import convert
from invoicy_gcp.events.object_ref import ObjectRef, is_document

FINALIZED = "google.cloud.storage.object.v1.finalized"
AUDITED = "google.cloud.audit.log.v1.written"
_CREATE_METHOD = "storage.objects.create"
_RESOURCE_NAME = re.compile(r"projects/_/buckets/([^/]+)/objects/(.+)", re.DOTALL)


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


PAYLOADS: dict[str, Callable[[Any], ObjectRef | None]] = {FINALIZED: object_finalized, AUDITED: audit_log_written}
