"""Hardened XML parsing: no DTD, no entities, no network, depth bounded; broken input is read as far as possible."""

import re
from functools import cache

from lxml import etree

from invoicy.errors import UnreadableDocumentError
from invoicy.readings.reading import Finding, Severity

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLANKS = b"\x00 \t\r\n"
_FALLBACK_ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
_REASONS: dict[int | None, str] = {
    etree.ErrorTypes.ERR_NAME_REQUIRED: ": an & or < in a text must be written as &amp; or &lt;",
    etree.ErrorTypes.ERR_ENTITYREF_SEMICOL_MISSING: ": an & in a text must be written as &amp;",
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: ": XML does not know the name between & and ;",
    etree.ErrorTypes.ERR_INVALID_CHAR: ", by a character that XML does not allow",
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: ": an end tag does not match its start tag",
    etree.ErrorTypes.ERR_DOCUMENT_END: ": something follows after the end of the root element",
    etree.ErrorTypes.ERR_ATTRIBUTE_REDEFINED: ": an element has the same attribute twice",
    etree.ErrorTypes.ERR_LT_IN_ATTRIBUTE: ": an attribute has a <, which must be written as &lt;",
    etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE: ": a prefix has no namespace (xmlns)",
}


@cache
def _parser(*, recover: bool = False, huge: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=huge,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def parse(content: bytes) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Return the root element, and findings if the bytes had to be repaired first.

    Raises UnreadableDocumentError if the bytes have a DTD or no element at all.
    """
    start = _start(content)
    try:
        return _without_dtd(etree.fromstring(content[start:], _parser())), ()
    except etree.XMLSyntaxError as error:
        return _parse_broken(content[start:], error, lines_before(content))


def _start(content: bytes) -> int:
    """Return the offset of the first tag; in big-endian UTF-16 and UTF-32 it begins with a zero byte."""
    start = len(content) - len(content.lstrip(_BLANKS))
    following = content[start + 1 : start + 4]
    width = 4 if following == b"\0\0\0" else 2 if following[:1] == b"\0" else 1
    return start - start % width


def lines_before(content: bytes) -> int:
    """Return the number of blank lines before the XML, which the parser does not count."""
    return content[: len(content) - len(content.lstrip(_BLANKS))].count(b"\n")


def _without_dtd(root: etree._Element) -> etree._Element:
    if root.getroottree().docinfo.doctype:
        raise UnreadableDocumentError(
            "INVOICY-XML-DTD", "The XML declares a document type; ask the seller for the invoice without a DTD."
        )
    return root


def _parse_broken(
    content: bytes, error: etree.XMLSyntaxError, lines: int
) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Parse as far as possible. lines: the number of lines before the content in its document."""
    if (
        "huge" in str(error).lower()
    ):  # an attachment may exceed libxml2's 10 MB for one text; the document's size is bounded
        root = _attempt(content, _parser(huge=True))
        if root is not None:
            return _without_dtd(root), ()
    for encoding in _FALLBACK_ENCODINGS:
        root = _attempt_as(content, encoding)
        if root is not None:
            return _without_dtd(root), (_encoding_finding(encoding),)
    root = _attempt(content, _parser(recover=True))
    if root is None:
        message = f"The XML is {_damage(content, error, lines)}. Ask for another copy."
        raise UnreadableDocumentError("INVOICY-XML-BROKEN", message) from error
    return _without_dtd(root), (_broken_finding(content, error, lines),)


def _attempt(content: bytes | str, parser: etree.XMLParser) -> etree._Element | None:
    try:
        return etree.fromstring(content, parser)
    except (ValueError, etree.XMLSyntaxError):
        return None


def _attempt_as(content: bytes, encoding: str) -> etree._Element | None:
    try:
        text = content.decode(encoding)
    except UnicodeError:
        return None
    return _attempt(_DECLARATION.sub(lambda match: "\n" * match[0].count("\n"), text), _parser())


def _encoding_finding(encoding: str) -> Finding:
    message = f"The XML is not in the encoding that it declares; it was read as {encoding}."
    return Finding("INVOICY-XML-ENCODING", Severity.WARNING, message, values=(encoding,))


def _broken_finding(content: bytes, error: etree.XMLSyntaxError, lines: int) -> Finding:
    message = f"The XML is {_damage(content, error, lines)}. It was read as far as possible."
    values = tuple(map(str, _place(error, lines)))
    return Finding("INVOICY-XML-BROKEN", Severity.FATAL, message, values=values)


def _damage(content: bytes, error: etree.XMLSyntaxError, lines: int) -> str:
    line, column = _place(error, lines)
    unfinished = error.code == etree.ErrorTypes.ERR_TAG_NOT_FINISHED or content.rfind(b"<") > content.rfind(b">")
    place = f"at line {line}, column {column}"
    return f"cut off {place}" if unfinished else f"broken {place}{_REASONS.get(error.code, '')}"


def _place(error: etree.XMLSyntaxError, lines: int) -> tuple[int, int]:
    """Return line and column of the error in the document, both from 1."""
    line, column = error.position
    return max(line, 1) + lines, max(column, 1)
