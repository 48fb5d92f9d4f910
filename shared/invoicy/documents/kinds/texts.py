"""Texts: e-mail, mailboxes, EDI, JSON, tables, and plain text."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from invoicy.documents.kinds.table import MAIL, signs_at

_MAIL_HEADERS = (b"return-path:", b"received:", b"from:", b"mime-version:", b"message-id:", b"delivered-to:", b"date:")
_FIRST_HEADER = re.compile(
    rb"(?:x-[\w-]+|arc-[\w-]+|dkim-signature|authentication-results|to|cc|subject|reply-to|sender|content-[\w-]+):",
    re.IGNORECASE,
)
_MULTIPART = re.compile(rb"content-type:\s*multipart/", re.IGNORECASE)
_HEADER_LINE = re.compile(rb"[!-9;-~]+:(?:[ \t].*)?|[ \t].*")
_SENDER = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
_OTHER_HEADER = re.compile(rb"^(?:to|subject|date|message-id|mime-version):", re.IGNORECASE | re.MULTILINE)
_MAILBOX = re.compile(rb"From \S+.*\d{4}\s*\r?\n[!-9;-~]+:")
_APPLE_MAIL = re.compile(rb"\d+ *\n[!-9;-~]+: ")  # the length of the message comes first
_WEB_ARCHIVE = re.compile(
    rb"^(?:from: [<\"]?saved by|snapshot-content-location:)|this document is a single file web page",
    re.IGNORECASE | re.MULTILINE,
)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*[\[\]{\"\d-]")
_RESULT = re.compile(
    r'"schema":\s*"invoicy/|"id":\s*"[0-9a-f]{64}"|"rule":\s*"(?:BR|INVOICY|PEPPOL)-|"name":\s*"Invoicy"'
)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_SEPARATORS = ((";", 1), ("\t", 1), ("|", 1), (",", 2))
_MAX_LINES = 5  # of a text that are compared: the rows of a table, the headers of a mail
_MIN_HEADER_BYTES = 512  # of headers that go on after the first bytes of a file; shorter ones are a text with colons


def kind_of_mail(head: bytes) -> str:
    """Return the media type of an e-mail or a mailbox; empty for any other bytes."""
    start = head.removeprefix(BOM_UTF8).lstrip()
    if start.startswith(b"<"):
        return ""
    if _MAILBOX.match(start):
        return "application/mbox"
    if _APPLE_MAIL.match(start):
        return "application/x-emlx"
    if _WEB_ARCHIVE.search(head):
        return "application/x-mimearchive"
    return MAIL if start.lower().startswith(_MAIL_HEADERS) or _is_block_of_headers(start) else ""


def _is_block_of_headers(head: bytes) -> bool:
    """Test for headers with a sender, of a mail with parts, or so many that these bytes do not reach their end."""
    block, *body = re.split(rb"\r?\n\r?\n", head, maxsplit=1)
    if not all(_HEADER_LINE.fullmatch(line) for line in block.splitlines()[:_MAX_LINES]):
        return False
    if _MULTIPART.match(block) or (_SENDER.search(block) and _OTHER_HEADER.search(block)):
        return True
    return not body and len(block) > _MIN_HEADER_BYTES and _FIRST_HEADER.match(block) is not None


def kind_of_text(head: bytes) -> str:
    """Return the media type of a text; empty for bytes that are not text."""
    text = text_of(head).lstrip()
    if not text:
        return ""
    start = text.encode("utf-8", "replace")
    known = next((media_type for value, media_type in signs_at("text") if start.startswith(value)), "")
    if known:
        return known
    if _JSON.match(text):
        return "application/vnd.invoicy+json" if _RESULT.search(text) else "application/json"
    return "text/csv" if _is_table(text) else "text/plain"


def text_of(head: bytes) -> str:
    """Decode the bytes as text, without a character that is cut off at the end; empty for bytes that are not text."""
    for encoding in _encodings(head):
        try:
            text = head.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 4:
                continue
            text = head[: error.start].decode(encoding, "ignore")
        return "" if _BINARY.search(text) else text
    return ""


def _encodings(head: bytes) -> tuple[str, ...]:
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    if head[1:2] == b"\0":
        return ("utf-16-le",)
    return ("utf-8-sig",) if head.startswith(BOM_UTF8) else ("utf-8", "cp1252")


def _is_table(text: str) -> bool:
    """Test whether every whole line has the same separator the same number of times."""
    lines = [line for line in text.splitlines() if line.strip()]
    rows = lines[: _MAX_LINES if len(lines) > _MAX_LINES else None]
    return len(rows) > 1 and any(
        len(counts := {row.count(separator) for row in rows}) == 1 and min(counts) >= least
        for separator, least in _SEPARATORS
    )
