"""The looks of a number or a reference in print, of one word or of several: V 25.06641, 4407 1186 02."""

import re
from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lexicon.phrases import lexicon
from invoicy.pages.parsers.dates import DateToken, dates_in

_LEAD = re.compile(r"^(?:\s*\([^)]*\))?[\s:：.#№)\](\[/|·,–-]*")
_WORD = re.compile(r"\S+")
_MONEY = re.compile(r"^[-−]?\d{1,3}(?:[.,'’ ]\d{3})*[.,]\d{2}$")
_UNIT = re.compile(r"[%€$£¥]|^\d+(?:kg|km|m²|kWh|cm|mm|st|h)$")
_PREFIX = re.compile(r"^[^\W\d_]{1,6}[-/]?$")
_PLACEHOLDER = re.compile(r"^[A-Z]{1,4}(?:-?X+)+(?:-[A-Z]+)*$")
_LETTERS = re.compile(r"^[A-Z]{6,12}$")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2212\ufffe", "-"))
_END = ".,:;–-)]?!»”\"'"
_WORDS = 5
_LABEL_LENGTH = 4
_LONGEST = 40


class Form(Struct, frozen=True):
    """A reference at text[start:end]. goes_on: more of it may stand behind."""

    value: str
    start: int
    end: int
    words: int
    goes_on: bool


def forms_at(text: str) -> list[Form]:
    """References that begin where a text begins, the shortest first; none where a date stands there."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    words = [found for found, _ in zip(_WORD.finditer(text, begin), range(_WORDS), strict=False)]
    if not words or not any(c.isdigit() for c in text[begin:]):
        return list(_letters(words))
    dates = [token for token in dates_in(text) if not token.compact]
    if any(token.start <= begin + 3 and token.end > begin for token in dates):
        return []
    ends = list(_ends(text, words, dates))
    forms = [_form(text, begin, end, index + 1) for index, end in enumerate(ends)]
    known = [form for form in forms if form and any(c.isdigit() for c in form.value)]
    return [Form(one.value, one.start, one.end, one.words, one is not known[-1]) for one in known]


def _letters(words: list[re.Match[str]]) -> Iterator[Form]:
    """RE-XXXX in a sample, or an order number of letters alone."""
    value = words[0].group().rstrip(_END) if words else ""
    if _PLACEHOLDER.match(value) or (len(words) == 1 and _LETTERS.match(value)):
        yield Form(value, words[0].start(), words[0].start() + len(value), 1, goes_on=False)


def _ends(text: str, words: list[re.Match[str]], dates: list[DateToken]) -> Iterator[int]:
    """The ends that a reference may have: behind each word that may still belong to it."""
    for index, word in enumerate(words):
        if index and not _goes_on(text, words, index):
            return
        if any(token.start < word.end() and word.start() < token.end for token in dates):
            return
        yield word.end()


def _goes_on(text: str, words: list[re.Match[str]], index: int) -> bool:
    last, word = words[index - 1].group(), words[index].group()
    if text[words[index - 1].end() : words[index].start()] != " ":
        return False
    if last[-1] in ",;:)" or (last[-1] == "." and len(last) > 3) or _UNIT.search(word) or _UNIT.search(last):
        return False
    if word == "/" or last == "/":
        return index + (word == "/") < len(words)
    if not any(c.isdigit() for c in last):
        return index == 1 and _is_prefix(last) and any(c.isdigit() for c in word)
    return word[0].isdigit() and all(c.isdigit() or c in "./-" for c in word.rstrip(_END))


def _is_prefix(word: str) -> bool:
    """Letters before digits that are no label: CN 250, but not Number 250."""
    if not _PREFIX.match(word):
        return False
    return (word.isupper() and len(word) < _LABEL_LENGTH) or fold(word) not in lexicon().phrases


def _form(text: str, begin: int, end: int, words: int) -> Form | None:
    value = text[begin:end].rstrip(_END).rstrip()
    if not value or len(value) > _LONGEST or value.endswith("/") or not value[0].isalnum():
        return None
    if _MONEY.match(value) or _UNIT.search(value) or "@" in value or value.casefold().startswith(("http", "www.")):
        return None
    return Form(value.translate(_HYPHENS), begin, begin + len(value), words, goes_on=False)
