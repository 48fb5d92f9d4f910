"""Where things stand in buckets that only AWS has: uploads by presigned address, manifests of a backfill."""

import re

_UPLOAD = re.compile(r"uploads/(?P<tenant>[a-z0-9][a-z0-9_-]{0,62})/(?P<id>[0-9a-f]{32})/.")
_BACKFILL = re.compile(r"backfill/[0-9a-f]{32}/.")


def upload_folder(tenant: str, upload_id: str) -> str:
    return f"uploads/{tenant}/{upload_id}"


def tenant_of(key: str) -> str | None:
    """The tenant whose key got the address that the object was sent to; None for any other object."""
    match = _UPLOAD.match(key)
    return match["tenant"] if match else None


def backfill_folder(token: str) -> str:
    return f"backfill/{token}"


def is_manifest(key: str) -> bool:
    """A backfill's own file: its manifest, or a report of what failed."""
    return _BACKFILL.match(key) is not None
