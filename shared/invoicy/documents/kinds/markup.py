"""XML, web pages and drawings, recognised by their root element."""

import re

from invoicy.documents.kinds.table import XML, signs_at

_HTML = "text/html"
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?\s*>)*", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_WEB_PAGE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)


def kind_of_markup(head: bytes) -> str:
    """Return the media type of a text that starts with a tag; empty for any other text.

    Zero bytes are dropped first: that turns a tag in UTF-16 or UTF-32, of either byte order, into ASCII.
    """
    text = head.replace(b"\0", b"").decode("utf-8", "ignore")
    text = text.lstrip("\ufeff \t\r\n")
    return _kind(text) if text.startswith("<") else ""


def _kind(text: str) -> str:
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    if _WEB_PAGE.search(text, 0, start) or _WEB_PAGE.match(text):
        return _HTML
    root = _ROOT.match(text, start)
    roots = {name.decode(): media_type for name, media_type in signs_at("root")}
    return roots.get(root[1].lower(), XML) if root else XML
