"""Kinds of documents: found from the bytes, named in plain words, with advice for those that are not supported."""

from invoicy.documents.kinds.archives import count_of_files
from invoicy.documents.kinds.sniffing import DEEP, SNIFFED_BYTES, media_type_of
from invoicy.documents.kinds.table import MAIL, PDF, UNKNOWN, XML, ZIP, Kind, kind_named
from invoicy.documents.kinds.wanted import is_wanted

__all__ = [
    "DEEP",
    "MAIL",
    "PDF",
    "SNIFFED_BYTES",
    "XML",
    "ZIP",
    "Kind",
    "is_wanted",
    "kind_named",
    "media_type_of",
    "refusal_of",
]

_NOT_READ = "INVOICY-UNKNOWN-KIND"


def refusal_of(media_type: str, content: bytes) -> tuple[str, str]:
    """Return the rule and the message that refuse a document of an unsupported kind: the kind's name and advice."""
    kind = kind_named(media_type)
    sentence = f"The document is {kind.name}{_holding(content) if media_type == ZIP else ''}"
    if kind.rule == _NOT_READ and kind.media_type != UNKNOWN:
        sentence += ", which Invoicy does not read"
    return kind.rule, f"{sentence}. {kind.advice}".rstrip()


def _holding(content: bytes) -> str:
    count = count_of_files(content)
    return "" if count is None else f" that holds {count or 'no'} {'file' if count == 1 else 'files'}"
