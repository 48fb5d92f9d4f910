"""Keys that exist only on AWS: the manifests of backfills."""

import re

_BACKFILL = re.compile(r"backfill/[0-9a-f]{32}/.")


def backfill_folder(token: str) -> str:
    """Return the folder of one backfill. token: 32 hexadecimal digits."""
    return f"backfill/{token}"


def is_backfill_file(key: str) -> bool:
    """Test for the manifest of a backfill and for its report."""
    return _BACKFILL.match(key) is not None
