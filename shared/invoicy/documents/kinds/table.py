"""The kinds of documents that Invoicy distinguishes, from data/kinds.tsv."""

from functools import cache
from typing import NamedTuple

from invoicy import data

# The kinds that other modules name.
PDF = "application/pdf"
XML = "application/xml"
MAIL = "message/rfc822"
ZIP = "application/zip"
UNKNOWN = "application/octet-stream"


class KindSign(NamedTuple):
    """Bytes that identify a kind, and their place in the file.

    where: an offset in the file, or a place that another module of this package searches: "entry" (a file in a ZIP),
    "part" (its content types), "inside" (its file `mimetype`), "stream" (of an OLE file), "root" (element of a
    markup), "oid" (of a signed message), "text" (the start of a text).
    """

    where: str
    value: bytes


class Kind(NamedTuple):
    """One kind. A document is of this kind when it has all signs of one alternative.

    name: completes "The document is ...". endings: of file names, in lower case, without the dot. rule, advice: the
    rule and the advice of the finding that refuses it; empty for a supported kind. in_folders: when a file of a folder
    counts as a document: "always", "named" (its name has one of the endings), "of invoices" (it also has a word for an
    invoice) or "never".
    """

    media_type: str
    name: str
    signs: tuple[tuple[KindSign, ...], ...]
    endings: tuple[str, ...]
    in_folders: str
    rule: str
    advice: str


@cache
def kinds() -> tuple[Kind, ...]:
    """Return all kinds. If two fit a document, the first one counts."""
    return tuple(map(_kind, data.rows("kinds.tsv")))


@cache
def kind_named(media_type: str) -> Kind:
    """Return the kind with a media type, or else the unknown kind."""
    by_name = {kind.media_type: kind for kind in kinds()}
    return by_name.get(media_type, by_name[UNKNOWN])


@cache
def signs_at(where: str) -> tuple[tuple[bytes, str], ...]:
    """Return the signs of a place as bytes, each with its kind's media type, in the order of the table."""
    return tuple(
        (sign.value, kind.media_type)
        for kind in kinds()
        for alternative in kind.signs
        for sign in alternative
        if sign.where == where
    )


def _kind(row: list[str]) -> Kind:
    media_type, name, signs, endings, in_folders, rule, advice = row
    alternatives = tuple(tuple(map(_sign, each.split(" "))) for each in signs.split(" | ") if each)
    return Kind(media_type, name, alternatives, tuple(endings.split()), in_folders, rule, advice)


def _sign(text: str) -> KindSign:
    where, _, value = text.partition("=")
    return KindSign(where, value.encode("latin-1").decode("unicode_escape").encode("latin-1"))
