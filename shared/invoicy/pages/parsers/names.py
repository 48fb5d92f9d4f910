"""Names of companies and people."""

import re
from functools import cache, lru_cache

from invoicy import data
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.address_lines import is_postal
from invoicy.pages.parsers.countries import is_country
from invoicy.pages.parsers.legal_forms import legal_form_end
from invoicy.pages.parsers.word_lists import words_of

_EMAIL = re.compile(r"[<(\[]\s*[\w.+-]+@[\w.-]+\s*[>)\]]")
_SEPARATORS = re.compile(r"\s*[|·•●▪■∙⋅¦]\s*|\s+[-–—*]\s+|\s{2,}")
_VERB = re.compile(
    r"\b(?:is an?|is the|ist eine?|est une?|è una?|es una?|é uma?|is een|är en|er en|on osa)\b|\btrading name of\b"
)
# A single letter is an initial, a mark or the name of a column.
_MIN_LETTERS = 2
# Longer lines are sentences. Set by hand on the LEARN set.
_MAX_LETTERS = 80

# More words without a legal form are a sentence. Set by hand on the LEARN set.
_MAX_WORDS = 9


def parts_of(text: str) -> list[str]:
    """Return the parts of a line that bullets, bars, dashes or wide gaps divide."""
    return [part for part in _SEPARATORS.split(text) if part.strip()]


@lru_cache(maxsize=4096)
def name_in(text: str) -> str:
    """Return the name at the start of a line that may go on with an address; empty if it does not look like a name."""
    parts = parts_of(_EMAIL.sub("", text).strip(" :：,;|·•●-–—*\t"))
    name = _without_address(_up_to_legal_form(parts[0])) if parts else ""
    name = name.strip(" ,;:")
    return name if is_name(name) else ""


def _without_address(text: str) -> str:
    """Cut a text after a legal form that a comma or a number follows, or before a comma with a number after it."""
    end = legal_form_end(text)
    if end:
        is_followed = text[end:].startswith((",", ";")) or any(c.isdigit() for c in text[end:])
        return text[:end] if is_followed else text
    first, comma, rest = text.partition(",")
    return first if comma and any(c.isdigit() for c in rest) else text


def _up_to_legal_form(text: str) -> str:
    """Cut a text at the first comma after a legal form, unless another form follows: "Cedar & Bolt Co., Ltd."."""
    for comma in (match.start() for match in re.finditer(",", text)):
        if comma and legal_form_end(text[:comma]) == comma:
            rest = fold(text[comma + 1 :])
            return text if rest and rest in words_of("legal_forms") else text[:comma]
    return text


def is_name(text: str) -> bool:
    """Test for a text with letters and few digits that is not an address, a country, a title or a sentence."""
    letters = sum(map(str.isalpha, text))
    if not letters >= _MIN_LETTERS or len(text) > _MAX_LETTERS or sum(map(str.isdigit, text)) > letters:
        return False
    if _is_address_of_internet(text) or text.startswith(("(", "*", "[", "/")) or text.endswith("?") or " : " in text:
        return False
    if is_country(text) or is_salutation(text) or fold(text) in words_of("legal_forms"):
        return False
    if _VERB.search(text) or text.lower().endswith(" logo"):
        return False
    if legal_form_end(text):
        return True
    return not is_postal(text) and len(text.split()) <= _MAX_WORDS and not text.endswith("!")


def _is_address_of_internet(text: str) -> bool:
    return "@" in text or "www." in text.lower() or "://" in text


def is_salutation(text: str) -> bool:
    """Test for a line that is only "Mr", "Firma" or "To the attention of"."""
    return fold(text) in words_of("salutations")


def without_salutation(text: str) -> str:
    """Return a name without "Mr." or "Attn:" before it."""
    first, _, rest = text.partition(" ")
    has_salutation = rest and fold(first) in words_of("salutations") and first.endswith((".", ":"))
    return rest.strip() if has_salutation else text


def is_care_of(text: str) -> bool:
    """Test for a line that names a person or a department of the company above it: "c/o", "Attn", "z. Hd."."""
    return bool(_care_of().match(text))


@cache
def _care_of() -> re.Pattern[str]:
    longest_first = sorted(data.lines("care_of.txt"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?:[\s:.]|$)", re.IGNORECASE)
