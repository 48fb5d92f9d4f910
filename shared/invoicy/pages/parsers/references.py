"""Numbers and references of one word or of several: V 25.06641, 4407 1186 02."""

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lexicon.phrases import lexicon
from invoicy.pages.parsers.dates import DateToken, dates_in

_LEAD = re.compile(r"^(?:\s*\([^)]*\))?[\s:：.#№)\](\[/|·,–-]*")  # what may be between a label and its reference
_WORD = re.compile(r"\S+")
_MONEY = re.compile(r"^[-−]?\d{1,3}(?:[.,'’ ]\d{3})*[.,]\d{2}$")
_UNIT = re.compile(r"[%€$£¥]|^\d+(?:kg|km|m²|kWh|cm|mm|st|h)$")
_PREFIX = re.compile(r"^[^\W\d_]{1,6}[-/]?$")
_PLACEHOLDER = re.compile(r"^[A-Z]{1,4}(?:-?X+)+(?:-[A-Z]+)*$")  # RE-XXXX in a sample
_LETTERS = re.compile(r"^[A-Z]{6,12}$")  # an order number of letters alone
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2212\ufffe", "-"))
_END = ".,:;–-)]?!»”\"'"

# E 2025 00771834 has three words; longer runs of numbers are something else. Set by hand on the LEARN set.
_MAX_WORDS = 5

# The longest references are of 36 characters, as a UUID.
_MAX_CHARACTERS = 40

# Capitals shorter than this are a prefix, even if they are a label as well: PO 4711.
_MIN_LABEL_LENGTH = 4

# In characters: a date that begins this near is the value, with a weekday or an article before it.
_MAX_DATE_OFFSET = 3

# In characters: a longer word with a full stop ends a sentence, a shorter one may be an abbreviation.
_MAX_ABBREVIATION = 3


class Form(Struct, frozen=True):
    """A reference at text[start:end]. value: with plain hyphens. words: their number. goes_on: a longer form exists."""

    value: str
    start: int
    end: int
    words: int
    goes_on: bool


def forms_at(text: str) -> list[Form]:
    """Return the references that begin where a text begins, the shortest first; none if a date begins there."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    words = [match for match, _ in zip(_WORD.finditer(text, begin), range(_MAX_WORDS), strict=False)]
    if not any(c.isdigit() for c in text[begin:]):
        return list(_without_digits(words))
    dates = [token for token in dates_in(text) if not token.compact]
    if any(token.start <= begin + _MAX_DATE_OFFSET and token.end > begin for token in dates):
        return []
    forms = (_form(text, begin, end, count) for count, end in enumerate(_ends(text, words, dates), 1))
    with_digits = [form for form in forms if form and any(c.isdigit() for c in form.value)]
    return [structs.replace(form, goes_on=form is not with_digits[-1]) for form in with_digits]


def _without_digits(words: list[re.Match[str]]) -> Iterator[Form]:
    value = words[0].group().rstrip(_END) if words else ""
    if _PLACEHOLDER.match(value) or (len(words) == 1 and _LETTERS.match(value)):
        start = words[0].start()
        yield Form(value, start, start + len(value), 1, goes_on=False)


def _ends(text: str, words: list[re.Match[str]], dates: list[DateToken]) -> Iterator[int]:
    """Yield the end of each word that may belong to the reference, up to a date."""
    for index, word in enumerate(words):
        if index and not _goes_on(text, words, index):
            return
        if any(token.start < word.end() and word.start() < token.end for token in dates):
            return
        yield word.end()


def _goes_on(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Test whether a reference may go on from the word before to this one."""
    last, word = words[index - 1].group(), words[index].group()
    if text[words[index - 1].end() : words[index].start()] != " ":
        return False
    if last[-1] in ",;:)" or (last[-1] == "." and len(last) > _MAX_ABBREVIATION):
        return False
    if _UNIT.search(word) or _UNIT.search(last):
        return False
    if word == "/" or last == "/":
        return index + (word == "/") < len(words)
    if not any(c.isdigit() for c in last):
        return index == 1 and _is_prefix(last) and any(c.isdigit() for c in word)
    return word[0].isdigit() and all(c.isdigit() or c in "./-" for c in word.rstrip(_END))


def _is_prefix(word: str) -> bool:
    """Test for letters before digits that are not a label: "CN" of CN 250, but not "Number" of Number 250."""
    if not _PREFIX.match(word):
        return False
    return (word.isupper() and len(word) < _MIN_LABEL_LENGTH) or fold(word) not in lexicon().phrases


def _form(text: str, begin: int, end: int, words: int) -> Form | None:
    """Return text[begin:end] as a reference; None for an amount, a quantity or an address of the internet."""
    value = text[begin:end].rstrip(_END).rstrip()
    if not value or len(value) > _MAX_CHARACTERS or value.endswith("/") or not value[0].isalnum():
        return None
    if _MONEY.match(value) or _UNIT.search(value) or "@" in value or value.casefold().startswith(("http", "www.")):
        return None
    return Form(value.translate(_HYPHENS), begin, begin + len(value), words, goes_on=False)
