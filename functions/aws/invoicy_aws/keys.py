"""Keys in buckets that only AWS has: the manifests of a backfill."""

import re

_BACKFILL = re.compile(r"backfill/[0-9a-f]{32}/.")


def backfill_folder(token: str) -> str:
    return f"backfill/{token}"


def is_manifest(key: str) -> bool:
    """A backfill's own file: its manifest, or a report of what failed."""
    return _BACKFILL.match(key) is not None
