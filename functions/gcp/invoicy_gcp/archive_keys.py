"""Keys that exist only on Google Cloud: the marks of the archive job."""

import re

_FOLDER = "archived"
_MARK = re.compile(rf"{_FOLDER}/[^/]+/[^/]+/[0-9a-f]{{32}}\.json")


def mark_folder(tenant: str, version: str) -> str:
    """Return the folder of the marks of one tenant. version: the program's version."""
    return f"{_FOLDER}/{tenant}/{version}"


def is_mark(key: str) -> bool:
    """Test for a mark of the archive job."""
    return _MARK.fullmatch(key) is not None
