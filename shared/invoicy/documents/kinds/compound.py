"""OLE files: Outlook messages and the Office files of the nineties, told by the names of their streams."""

from invoicy.documents.kinds.table import signs_at

_ENTRY_BYTES = 128
_OUTLOOK = "application/vnd.ms-outlook"


def kind_of_ole(content: bytes) -> str:
    """Media type by the stream that comes first in the file's directory; empty where none is known.

    A message comes before all else, since the files attached to it bring streams of their own.
    """
    places = {media_type: place for name, media_type in signs_at("stream") if (place := _place(content, name)) >= 0}
    return _OUTLOOK if _OUTLOOK in places else min(places, key=places.__getitem__, default="")


def _place(content: bytes, name: bytes) -> int:
    """Offset of the directory entry with that name, -1 where there is none. Entries are aligned."""
    wanted = name.decode().encode("utf-16-le")
    place = content.find(wanted)
    while place >= 0 and not _is_entry(content, place, len(wanted)):
        place = content.find(wanted, place + 1)
    return place


def _is_entry(content: bytes, place: int, length: int) -> bool:
    """A name ends where a zero follows, but for those of Outlook, which have a number behind them."""
    behind = content[place + length : place + length + 2]
    return place % _ENTRY_BYTES == 0 and behind in {b"\0\0", b""}
