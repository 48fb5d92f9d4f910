"""Text of others, on a terminal or a page: what would be hidden or obeyed is shown."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.wording.printable import printable, printable_json

VISIBLE = {chr(code) for code in (*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD)}
ANY_TEXT = st.text(st.characters())  # lone surrogates among them: file names in no encoding


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x9b31m", r"\x9b31m"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("A\nB\r\tC\x7f", r"A\nB\r\tC\x7f"),
        ("a\u2028b\u2029c\x85", r"a\u2028b\u2029c\x85"),
        ("abc\u202edef\u2069\u200f\u061c", r"abc\u202edef\u2069\u200f\u061c"),
        ("pay\u200dpal\u200b\ufeff\u00ad", r"pay\u200dpal\u200b\ufeff\xad"),
        ("\udcff.xml", r"\xff.xml"),
        ("\U000e0041\u3164\u034f\ufe0f", r"\U000e0041\u3164\u034f\ufe0f"),
    ],
)
def test_what_is_hidden_or_obeyed_is_shown(text: str, printed: str) -> None:
    assert printable(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Müller & Söhne [/red] GmbH",
        "C:\\bills\\new.pdf",
        "شركة النور للتجارة",
        "می\u200cروم",
        "חברת אור בע״מ",
        "ร้านค้า क्ष क्\u200dष",
        "東京商事株式会社 葛\U000e0100飾",
        "e\u0301te",
        "👩\u200d💻 ❤️\u200d🔥 👍🏽 1️⃣",
        "1 234,50\u00a0€",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert printable(text) == text


@given(ANY_TEXT)
def test_no_text_breaks_a_line_or_steers_the_terminal(text: str) -> None:
    printed = printable(text)
    assert len(printed.splitlines()) <= 1
    assert not {unicodedata.category(char) for char in printed} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(char) for char in printed} & {"LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}
    printed.encode()


@given(ANY_TEXT)
def test_nothing_is_lost(text: str) -> None:
    """Each character or its escape is in the output, in the order of the text."""
    printed = printable(text)
    for char in text:
        sign = char if printed.startswith(char) else char.encode("unicode_escape").decode()
        assert printed.startswith(sign)
        printed = printed.removeprefix(sign)
    assert not printed


@given(st.dictionaries(st.text(), st.text(st.characters(exclude_categories=["Cs"]))))
def test_json_keeps_its_meaning_and_steers_no_terminal(value: dict[str, str]) -> None:
    printed = printable_json(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(printed) == value
    assert {char for char in printed if unicodedata.category(char) in {"Cc", "Cf"}} <= {"\n", *VISIBLE}


def test_json_on_a_terminal_is_escaped() -> None:
    assert printable_json('{"name": "\x9b31m\u202e\U000e0041é\x7f"}') == (
        r'{"name": "\u009b31m\u202e\udb40\udc41é' + "\\u007f" + '"}'
    )
