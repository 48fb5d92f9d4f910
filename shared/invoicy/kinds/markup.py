"""XML, web pages and drawings, told by their root element."""

import re

from invoicy.kinds.table import signs_at

_XML = "application/xml"
_HTML = "text/html"
_ENCODINGS = ("utf-8-sig", "utf-16")
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?\s*>)*", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_WEB_PAGE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)


def kind_of_markup(head: bytes) -> str:
    """Media type of a text that starts with a tag; empty for any other."""
    for encoding in _ENCODINGS:
        text = head.decode(encoding, "ignore").lstrip("\ufeff\x00 \t\r\n")
        if text.startswith("<"):
            return _kind(text)
    return ""


def _kind(text: str) -> str:
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    if _WEB_PAGE.search(text, 0, start) or _WEB_PAGE.match(text):
        return _HTML
    root = _ROOT.match(text, start)
    roots = {name.decode(): media_type for name, media_type in signs_at("root")}
    return roots.get(root[1].lower(), _XML) if root else _XML
