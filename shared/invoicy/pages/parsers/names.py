"""The looks of a name, a street and a postal line."""

import re
from functools import cache, lru_cache

from invoicy import data
from invoicy.pages.lexicon.folding import fold

_COUNTRIES = "LV|LT|MD|SI|SE|DK|NO|FI|L|B|F|I|D|A|CH|EE|IS|CZ|SK|HR|RO|HU|PL|GR|BG|AT|BE|NL|ES|PT|FR|IT|DE|LU"
_POSTAL = re.compile(
    r"(?:^|[\s,|·•●-])(?:(?:[A-Z]{1,3}[- ])?\d{4,6}\s+[^\W\d_]{2,}|\d{3}\s\d{2}\s+[^\W\d_]{2,}"
    r"|\d{2}-\d{3}\s+[^\W\d_]|\d{4}-\d{3}\s+[^\W\d_]"
    r"|\d{4}\s?[A-Z]{2}\s+[^\W\d_]|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?:\W|$)|[A-Z]{2}[\s,]+\d{5}(?:-\s?\d{4})?(?:\W|$)"
    rf"|[^\W\d_]{{3,}}[\s,-]+\d{{5,6}}(?:\W|$)|(?:{_COUNTRIES})[- ]\d{{3,6}}"
    r"|[^\W\d_]{3,},?\s+(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]\d[\dW]\s?[A-Z\d]{4}(?:\W|$)|〒\s?\d{3}-\d{4}|\d{5}-\d{3})"
)
_STREET = re.compile(r"(?:^|\s)\d{1,5}\s?[a-zA-Z]?(?:[/-]\d+)?(?:\W|$)")
_ADDRESS = re.compile(r"[<(\[]\s*[\w.+-]+@[\w.-]+\s*[>)\]]")
_SEPARATORS = re.compile(r"\s*[|·•●▪■∙⋅¦]\s*|\s+[-–—*]\s+|\s{2,}")
_LETTERS = re.compile(r"[^\s,\d]+")
_TWO = 2
_IS_A = re.compile(
    r"\b(?:is an?|is the|ist eine?|est une?|è una?|es una?|é uma?|is een|är en|er en|on osa)\b|\btrading name of\b"
)
_STATES = re.compile(r"(?:^|,\s*)[^,\d]+,\s*[A-Z]{2}(?:\s|$)")


@cache
def words_of(name: str) -> frozenset[str]:
    """The folded lines of a list in the library's data."""
    return frozenset(map(fold, data.lines(f"{name}.txt")))


def parts_of(text: str) -> list[str]:
    """The parts of a line that bullets, bars or dashes divide."""
    return [part for part in _SEPARATORS.split(text) if part.strip()]


@lru_cache(maxsize=4096)
def is_postal(text: str) -> bool:
    """A line with a post code and a town."""
    return bool(_POSTAL.search(text) or _STATES.search(text))


@cache
def _countries() -> dict[str, str]:
    """Folded names in many languages, as the Unicode CLDR has them, to ISO 3166-1 codes."""
    return {fold(name): code for code, names in data.rows("countries.tsv") for name in names.split("|")}


def country_code(text: str, *, iso: bool = False) -> str:
    """The ISO 3166-1 code of a country's name, empty where it is none; iso: also of the code itself, as DE."""
    if iso and text in _countries().values():
        return text
    return _countries().get(fold(text), "")


def is_country(text: str) -> bool:
    return bool(country_code(text))


def is_street(text: str) -> bool:
    return bool(_STREET.search(text)) and any(map(str.isalpha, text))


def has_street_word(text: str) -> bool:
    """It begins or ends as the names of streets, places and estates do, with a number or without."""
    words = _LETTERS.findall(text)
    if not words:
        return False
    first, last = fold(words[0]), fold(words[-1])
    begins = first in words_of("street_words") or "".join(map(fold, words[:2])) in words_of("street_words")
    ends = last.endswith(_street_ends())
    return begins or (ends and not legal_form_end(text))


@cache
def _street_ends() -> tuple[str, ...]:
    return tuple(words_of("street_ends"))


def is_salutation(text: str) -> bool:
    """A line that only says Mr, Firma or To the attention of."""
    return fold(text) in words_of("salutations")


@cache
def _care_of() -> re.Pattern[str]:
    longest_first = sorted(data.lines("care_of.txt"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?:[\s:.]|$)", re.IGNORECASE)


def is_care_of(text: str) -> bool:
    """c/o, Attn, z. Hd.: who in the house of the one named above it."""
    return bool(_care_of().match(text))


@lru_cache(maxsize=4096)
def legal_form_end(text: str) -> int:
    """The end of a company's legal form in a text; 0 where there is none."""
    forms, end = words_of("legal_forms"), 0
    words = list(re.finditer(r"\S+", text))
    for index in range(1, len(words)):
        for size in (4, 3, 2, 1):
            form = "".join(word.group() for word in words[index : index + size])
            whole = index + size <= len(words) and not (form.islower() and len(form) < 3)
            county = words[index - 1].group().endswith(",") and fold(form) == "co"  # Ballyhale, Co. Kilkenny
            post_code = words[index - 1].group().isdigit() and len(form) == _TWO  # 3511 AB Utrecht
            if whole and not county and not post_code and fold(form) in forms:
                end = max(end, words[index + size - 1].end())
    return end


@lru_cache(maxsize=4096)
def name_in(text: str) -> str:
    """The name at the start of a line that may go on with an address; empty where it does not look like a name."""
    line = _ADDRESS.sub("", text).strip(" :：,;|·•●-–—*\t")
    parts = parts_of(line)
    head = parts[0] if parts else ""
    head = _to_first_form(head)
    end = legal_form_end(head)
    if end and (head[end:].startswith((",", ";")) or any(c.isdigit() for c in head[end:])):
        head = head[:end]
    elif "," in head:
        first, rest = head.split(",", 1)
        if any(c.isdigit() for c in rest) and not legal_form_end(head):
            head = first
    return head.strip(" ,;:") if is_name(head) else ""


def _to_first_form(head: str) -> str:
    """Muster GmbH, Amtsgericht Bremen HRB 33107: what a comma parts from a legal form is no name."""
    for comma in (found.start() for found in re.finditer(",", head)):
        if comma and legal_form_end(head[:comma]) == comma:
            rest = head[comma + 1 :].split()
            return head if rest and fold("".join(rest)) in words_of("legal_forms") else head[:comma]
    return head


def is_name(text: str) -> bool:
    """Letters, few digits, no address, no e-mail, no sentence."""
    letters = sum(map(str.isalpha, text))
    if (
        letters < 2
        or len(text) > 80
        or text.startswith(("(", "*", "[", "/"))
        or "@" in text
        or "www." in text.lower()
        or "://" in text
        or text.endswith("?")
    ):
        return False
    if sum(map(str.isdigit, text)) > letters or " : " in text or is_country(text) or is_salutation(text):
        return False
    if fold(text) in words_of("legal_forms") or _IS_A.search(text) or text.lower().endswith(" logo"):
        return False
    if legal_form_end(text):
        return True
    return not is_postal(text) and len(text.split()) <= 9 and not text.endswith("!")


def without_salutation(text: str) -> str:
    """A name without Mr or Attn before it."""
    head, _, rest = text.partition(" ")
    return rest.strip() if rest and fold(head) in words_of("salutations") and head.endswith((".", ":")) else text
