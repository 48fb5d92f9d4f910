"""The files of a folder that count as documents: what they are decides, then what they are called and speak of."""

import re
from functools import cache
from importlib.resources import files

from invoicy.kinds.sniffing import media_type_of
from invoicy.kinds.table import kind_named, kinds
from invoicy.kinds.texts import text_of


def is_wanted(name: str, content: bytes) -> bool:
    """Whether a file is a document that deserves an answer when its folder is read.

    content: the file's first bytes. An unknown kind with the name of a document is one: it may be damaged.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind = kind_named(media_type_of(content))
    if kind.in_folders == "always" or ending in _claiming("always"):
        return True
    if kind.in_folders == "never" or ending not in _claiming("of invoices"):
        return False
    return _speaks_of_an_invoice(f"{name}\n{text_of(content)}")


@cache
def _claiming(in_folders: str) -> frozenset[str]:
    return frozenset(ending for kind in kinds() if kind.in_folders == in_folders for ending in kind.endings)


def _speaks_of_an_invoice(text: str) -> bool:
    return _words().search(text.casefold().replace("_", " ")) is not None


@cache
def _words() -> re.Pattern[str]:
    """Words for invoice as a start of a word: invoices, Rechnungsnummer, Factuurnummer."""
    text = files("invoicy").joinpath("data/invoice_words.txt").read_text(encoding="utf-8")
    return re.compile(rf"(?<![^\W\d])(?:{'|'.join(map(re.escape, text.casefold().splitlines()))})")
