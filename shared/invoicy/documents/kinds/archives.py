"""ZIP files; office documents and signed containers are ZIP files, too."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from invoicy.documents.kinds.table import signs_at

if TYPE_CHECKING:
    from zipfile import ZipFile

_MAX_BYTES_INSIDE = 1024 * 1024


def kind_of_zip(content: bytes) -> str:
    """Return the media type of a format that is a ZIP inside; empty for a plain archive."""
    archive = _opened(content)
    if archive is None:
        return _first(signs_at("entry"), content)  # the archive is cut off, but the names of its first files are there
    mimetype, parts = _text_of(archive, "mimetype"), _text_of(archive, "[Content_Types].xml")
    inside = next((media_type for value, media_type in signs_at("inside") if mimetype.startswith(value)), "")
    names = {name.encode() for name in archive.namelist()}
    entry = next((media_type for value, media_type in signs_at("entry") if value in names), "")
    return inside or _first(signs_at("part"), parts) or entry


def count_of_files(content: bytes) -> int | None:
    """Return the number of files in a ZIP; None if its directory cannot be read."""
    archive = _opened(content)
    return None if archive is None else sum(not entry.is_dir() for entry in archive.infolist())


def _opened(content: bytes) -> ZipFile | None:
    from zipfile import BadZipFile, ZipFile  # the import takes 10 ms, which only a ZIP needs

    try:
        return ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return None


def _text_of(archive: ZipFile, name: str) -> bytes:
    """Return the start of a file in the archive, in lower case; empty if it is missing or cannot be read."""
    from zipfile import BadZipFile
    from zlib import error as damage

    unreadable = (KeyError, BadZipFile, damage, RuntimeError, NotImplementedError, OSError, EOFError)
    with suppress(*unreadable), archive.open(name) as file:
        return file.read(_MAX_BYTES_INSIDE).lower().lstrip()
    return b""


def _first(signs: tuple[tuple[bytes, str], ...], text: bytes) -> str:
    return next((media_type for value, media_type in signs if value in text), "")
