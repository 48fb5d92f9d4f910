"""Count the leaf values of an XML that a model's JSON contains, without the reader's own code."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree
from msgspec import Struct

SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
_COMPACT_DATE = re.compile(r"(20\d\d)(\d\d)(\d\d)").fullmatch
# Leaves that only qualify the one beside them; the place of the value in the model has the same meaning.
QUALIFIERS = ("/@currencyID", "/@format", "/TaxScheme/ID", "/ChargeIndicator", "/ChargeIndicator/Indicator")
_TAX_TYPE = re.compile(r"(Tax|Registration)(/ID)?/(TypeCode|@schemeID)$")
_DOCUMENT_TYPE = re.compile(r"(DocumentReference/DocumentTypeCode|ReferencedDocument/TypeCode)$")
_QUALIFYING_CODES = {"VAT", "VA", "FC", "130", "50", "916"}


class Leaf(Struct, frozen=True):
    """A text or attribute of the source; path without positions and prefixes."""

    path: str
    value: str

    @property
    def qualifies(self) -> bool:
        if self.path.endswith(QUALIFIERS) or (self.path.endswith("/ID/@schemeID") and self.value == "SEPA"):
            return True
        in_place = _TAX_TYPE.search(self.path) or _DOCUMENT_TYPE.search(self.path)
        return bool(in_place) and self.value in _QUALIFYING_CODES


class Share(Struct, frozen=True):
    """The number of leaves, and where each went."""

    leaves: int = 0
    qualifiers: int = 0
    in_model: int = 0
    unmapped: int = 0
    lost: tuple[Leaf, ...] = ()

    def __add__(self, other: "Share") -> "Share":
        sums = (getattr(self, f) + getattr(other, f) for f in ("leaves", "qualifiers", "in_model", "unmapped", "lost"))
        return Share(*sums)


def leaves_of(root: etree._Element) -> Iterator[Leaf]:
    for element in root.iter(etree.Element):
        steps = [etree.QName(part).localname for part in (*reversed(list(element.iterancestors())), element)]
        path = "/" + "/".join(steps)
        for name, value in element.items():
            if not str(name).startswith(SCHEMA_INSTANCE) and str(value).strip():
                yield Leaf(f"{path}/@{etree.QName(name).localname}", str(value).strip())
        if element.text and element.text.strip():
            yield Leaf(path, element.text.strip())


def values_of(data: Any) -> Iterator[str]:
    """Every scalar of JSON-like data, as text in the form that canonical() gives."""
    if isinstance(data, dict):
        for item in data.values():
            yield from values_of(item)
    elif isinstance(data, list | tuple):
        for item in data:
            yield from values_of(item)
    elif data is not None:
        yield from canonical(data)


def canonical(value: Any) -> tuple[str, ...]:
    """The forms under which a value may be looked up: as text, as number, as date, and a UBL note without its code."""
    if isinstance(value, bytes):
        return canonical(value.decode("latin-1"))
    text = value.isoformat() if isinstance(value, date) else "".join(str(value).split())
    match = _COMPACT_DATE(text)
    if match:
        return (f"{match[1]}-{match[2]}-{match[3]}", text)
    try:
        return (str(Decimal(text).normalize()), text)
    except InvalidOperation:
        return (text,)


def share(leaves: Iterable[Leaf], model: Any, unmapped: Iterable[str]) -> Share:
    """Each value of the model answers for one leaf; the same leaf at the same path counts again."""
    available, elsewhere = Counter(values_of(model)), Counter(v for text in unmapped for v in canonical(text))
    matched: set[tuple[str, str]] = set()
    counts: Counter[str] = Counter()
    lost: list[Leaf] = []
    for leaf in leaves:
        counts["leaves"] += 1
        place = _place(leaf, available, elsewhere, matched)
        counts[place] += 1
        if place == "lost":
            lost.append(leaf)
    return Share(counts["leaves"], counts["qualifiers"], counts["in_model"], counts["unmapped"], tuple(lost))


def _place(leaf: Leaf, available: Counter[str], elsewhere: Counter[str], matched: set[tuple[str, str]]) -> str:
    if leaf.qualifies:
        return "qualifiers"
    forms = canonical(_without_note_code(leaf))
    for form in forms:
        if available[form] > 0:
            available.subtract(forms)
            matched.add((leaf.path, leaf.value))
            return "in_model"
    if any(elsewhere[form] > 0 for form in forms):
        elsewhere.subtract(forms)
        return "unmapped"
    return "in_model" if (leaf.path, leaf.value) in matched else "lost"


def _without_note_code(leaf: Leaf) -> str:
    return (
        re.sub(r"^#\w{3}#", "", leaf.value) if leaf.path.count("/") == 2 and leaf.path.endswith("/Note") else leaf.value
    )
