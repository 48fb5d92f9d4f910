"""Finds the media type of a document from its bytes; the name never decides."""

import re
from functools import cache

from invoicy.documents.kinds.archives import kind_of_zip
from invoicy.documents.kinds.compound import kind_of_ole
from invoicy.documents.kinds.markup import kind_of_markup
from invoicy.documents.kinds.signed import kind_of_signed
from invoicy.documents.kinds.table import PDF, UNKNOWN, ZIP, kinds

SNIFFED_BYTES = 1024
_PDF_HEADER = re.compile(rb"(?:^|[\r\n])%PDF-|%PDF-\d\.\d[\r\n]")
DEEP = frozenset({"application/x-ole-storage"})  # the first bytes do not show whether it is a document


def media_type_of(content: bytes) -> str:
    """Return the media type of the bytes; "application/octet-stream" for an unknown kind.

    The first SNIFFED_BYTES decide, except for ZIP and OLE files, whose entries decide.
    """
    head = content[:SNIFFED_BYTES]
    signed = kind_of_signed(head)
    if signed:
        return signed
    media_type = _by_signature(head)
    if media_type in _LOOK_INSIDE:
        return _LOOK_INSIDE[media_type](content) or media_type
    if not media_type and head.lstrip().startswith(b"<") and b"%PDF-" not in head:
        media_type = kind_of_markup(head)
    return media_type or _by_text(head) or UNKNOWN


def _by_text(head: bytes) -> str:
    from invoicy.documents.kinds.texts import (  # loading the patterns of texts takes 1 ms, which an XML does not need
        kind_of_mail,
        kind_of_text,
    )

    return kind_of_mail(head) or _late_pdf(head) or kind_of_markup(head) or kind_of_text(head)


def _late_pdf(content: bytes) -> str:
    """Test for a PDF with other bytes before its header: those of a mail program, a web server or a line printer.

    A text that only mentions the header neither starts nor ends a line with it.
    """
    head = content[:SNIFFED_BYTES]
    if b"%PDF-" not in head:
        return ""
    from invoicy.documents.kinds.texts import text_of  # as above

    return PDF if _PDF_HEADER.search(head) or not text_of(head) else ""


_LOOK_INSIDE = {
    ZIP: kind_of_zip,
    "application/x-ole-storage": kind_of_ole,
    "application/vnd.hp-pcl": _late_pdf,
}


def _by_signature(head: bytes) -> str:
    for media_type, alternative in _signatures(head[:1]):
        if all(head.startswith(value, offset) for offset, value in alternative):
            return media_type
    return ""


@cache
def _signatures(first: bytes) -> tuple[tuple[str, tuple[tuple[int, bytes], ...]], ...]:
    """Return the signatures that start with this byte, in the order of the table."""
    return tuple(
        (media_type, alternative)
        for media_type, alternative in _all_signatures()
        if alternative[0][0] != 0 or alternative[0][1].startswith(first)
    )


@cache
def _all_signatures() -> tuple[tuple[str, tuple[tuple[int, bytes], ...]], ...]:
    return tuple(
        (kind.media_type, tuple((int(sign.where), sign.value) for sign in alternative))
        for kind in kinds()
        for alternative in kind.signs
        if alternative[0].where.isdecimal()
    )
