"""OLE files: Outlook messages and old Office files, recognised by the names of their streams."""

from invoicy.documents.kinds.table import signs_at

_ENTRY_BYTES = 128
_OUTLOOK = "application/vnd.ms-outlook"


def kind_of_ole(content: bytes) -> str:
    """Return the media type by the first known stream of the file's directory; empty if no stream is known.

    Streams of a message are tried first, because the files attached to it have streams of their own.
    """
    places = {media_type: place for name, media_type in signs_at("stream") if (place := _place(content, name)) >= 0}
    return _OUTLOOK if _OUTLOOK in places else min(places, key=places.__getitem__, default="")


def _place(content: bytes, name: bytes) -> int:
    """Return the offset of the directory entry with a name, or -1. Entries are aligned."""
    wanted = name.decode().encode("utf-16-le")
    place = content.find(wanted)
    while place >= 0 and not _is_entry(content, place, len(wanted)):
        place = content.find(wanted, place + 1)
    return place


def _is_entry(content: bytes, place: int, length: int) -> bool:
    """Test whether the name is whole: a zero follows it, or a number in the names of Outlook."""
    behind = content[place + length : place + length + 2]
    return place % _ENTRY_BYTES == 0 and behind in {b"\0\0", b""}
