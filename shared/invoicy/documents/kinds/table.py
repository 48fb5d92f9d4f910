"""The kinds of documents that are told apart, from data/kinds.tsv."""

from functools import cache
from typing import NamedTuple

from invoicy import data

UNKNOWN = "application/octet-stream"


class KindSign(NamedTuple):
    """Bytes that tell a kind, and the place where they are looked for.

    where: an offset in the file, or what the other modules of this package look into: "entry" (a file in a ZIP),
    "part" (its content types), "inside" (its file `mimetype`), "stream" (of an OLE file), "root" (element of a
    markup), "oid" (of a signed message), "text" (the start of a text).
    """

    where: str
    value: bytes


class Kind(NamedTuple):
    """One kind. A document is of it when all signs of one alternative are there.

    name: completes "The document is ...". endings: of file names, in lower case, without the dot. rule, advice: of the
    finding that refuses it, empty where the kind is read. in_folders: whether such a file counts as a document when its
    folder is read: "always", "named" (when its name ends so), "of invoices" (when its name ends so and it speaks of
    one) or "never".
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
    """All kinds; of two that fit, the first counts."""
    return tuple(map(_kind, data.rows("kinds.tsv")))


@cache
def kind_named(media_type: str) -> Kind:
    """The kind with a media type; the unknown kind where the table has none."""
    by_name = {kind.media_type: kind for kind in kinds()}
    return by_name.get(media_type, by_name[UNKNOWN])


@cache
def signs_at(where: str) -> tuple[tuple[bytes, str], ...]:
    """The values that are looked for in a place, each with its kind's media type, in the order of the table."""
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
