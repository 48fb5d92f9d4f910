"""Text of documents and file names, made safe to show on a terminal or a page."""

import json
import unicodedata
from itertools import chain

_JOINERS = ("\u200c", "\u200d")
_BYTES = frozenset(map(chr, range(0xDC80, 0xDD00)))  # bytes of a name that are not valid text (PEP 383)
_EMOJI_STYLES = ("\ufe0e", "\ufe0f")
_IDEOGRAPH_STYLES = range(0xE0100, 0xE01F0)
_JOINED_SCRIPTS = range(0x0600, 0x1D00)  # Arabic to Vedic: in these scripts a joiner changes the letter that is drawn
_VISIBLE_FORMATS = frozenset(chain(range(0x0600, 0x0606), (0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD)))
# Letters, marks and unassigned code points that Unicode draws as nothing (Default_Ignorable_Code_Point).
_BLANK = frozenset(
    chain(
        (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0),
        range(0x180B, 0x1810),
        range(0xFE00, 0xFE10),
        range(0xFFF0, 0xFFF9),
        range(0xE0000, 0xE1000),
    )
)


def printable(text: str) -> str:
    r"""Return the text on one line, with a visible escape for each character that is invisible or controls a terminal.

    Escapes are Python's: `\n`, `\x1b`, `\u202e`, and `\xff` for a byte of a name that is not valid text. Letters of all
    scripts, accents and emoji stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text
    around = f" {text} "
    return "".join(map(_visible, text, around, around[2:]))


def printable_json(text: str) -> str:
    """Return equal JSON in which the characters that control a terminal are escaped."""
    return "".join(json.dumps(char)[1:-1] if char > "\x7e" and _is_hidden(char) else char for char in text)


def _visible(char: str, before: str, after: str) -> str:
    if not _is_hidden(char) or _shapes_its_neighbours(char, before, after):
        return char
    if char in _BYTES:
        return char.encode("utf-8", "surrogateescape").decode("ascii", "backslashreplace")
    return char.encode("unicode_escape").decode("ascii")


def _is_hidden(char: str) -> bool:
    if ord(char) in _BLANK:
        return True
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and ord(char) not in _VISIBLE_FORMATS


def _shapes_its_neighbours(char: str, before: str, after: str) -> bool:
    """Test for a joiner inside an emoji or an Arabic or Indic word, or a variation selector after a character."""
    if char in _JOINERS:
        return _is_joined(before) and _is_joined(after)
    if char in _EMOJI_STYLES:
        return _is_symbol(before) or before in "0123456789#*"
    return ord(char) in _IDEOGRAPH_STYLES and unicodedata.name(before, "").startswith("CJK")


def _is_joined(char: str) -> bool:
    return _is_symbol(char) or char in _EMOJI_STYLES or (ord(char) in _JOINED_SCRIPTS and not _is_hidden(char))


def _is_symbol(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Sk", "Sm"}
