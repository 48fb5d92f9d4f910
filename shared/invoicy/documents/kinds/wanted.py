"""Decides which files of a folder count as documents: by their kind, then by their name and their words."""

import re
from functools import cache

from invoicy import data
from invoicy.documents.kinds.sniffing import DEEP, media_type_of
from invoicy.documents.kinds.table import Kind, kind_named, kinds

_UNFINISHED = frozenset({"part", "partial", "crdownload", "download", "tmp", "swp"})


def is_wanted(name: str, content: bytes) -> bool:
    """Test whether a file counts as a document when its folder is read.

    content: the file's first bytes. A file of an unknown kind with the name of a document counts: it may be damaged.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind = kind_named(media_type_of(content))
    if ending in _UNFINISHED or (ending in _lines_of("no_documents") and _has_no_signature(kind)):
        return False
    if kind.in_folders == "always" or ending in _endings("always") | _endings("named"):
        return True
    if kind.in_folders == "never" or ending not in _endings("of invoices"):
        return False
    from invoicy.documents.kinds.texts import text_of  # loaded here, because an XML does not need the patterns of texts

    return _speaks_of_an_invoice(f"{name}\n{text_of(content)}")


def _has_no_signature(kind: Kind) -> bool:
    """Test for texts, markup and OLE files; the name may show that such a file is a program, a setting or a note."""
    return kind.media_type in DEEP or not any(
        sign.where.isdecimal() for alternative in kind.signs for sign in alternative
    )


@cache
def _endings(in_folders: str) -> frozenset[str]:
    return frozenset(ending for kind in kinds() if kind.in_folders == in_folders for ending in kind.endings)


@cache
def _lines_of(name: str) -> frozenset[str]:
    return frozenset(map(str.casefold, data.lines(f"{name}.txt")))


def _speaks_of_an_invoice(text: str) -> bool:
    return _words().search(text.casefold().replace("_", " ")) is not None


@cache
def _words() -> re.Pattern[str]:
    """Compile the words for an invoice and for its total as the start of a word: invoices, Rechnungsnummer."""
    return re.compile(rf"(?<![^\W\d])(?:{'|'.join(map(re.escape, sorted(_lines_of('invoice_words'))))})")
