"""Seeded mutants of e-invoices: values changed, removed, doubled, amounts off by a cent, categories swapped."""

import random
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta

from lxml import etree
from lxml.etree import _Element

_DECIMAL = re.compile(r"-?\d+(\.\d+)?").fullmatch
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d").fullmatch
_COMPACT_DATE = re.compile(r"20\d{6}").fullmatch
_CATEGORIES = ("S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B")
_CODES = ("EUR", "USD", "DE", "FR", "30", "58", "380", "381", "XX", "C62", "ZZZ", "VAT", "0088", "true", "false")


def mutant(content: bytes, seed: int) -> bytes:
    """The document with one to three mutations; the same seed gives the same mutant."""
    random_ = random.Random(seed)  # noqa: S311  # seeded on purpose
    root = etree.fromstring(content, etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False))
    for _ in range(random_.choice((1, 1, 1, 2, 2, 3))):
        random_.choice(_MUTATIONS)(root, random_)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _elements(root: _Element, wanted: Callable[[_Element], object]) -> list[_Element]:
    return [element for element in root.iter() if element is not root and wanted(element)]


def _is_leaf(element: _Element) -> bool:
    return len(element) == 0 and bool((element.text or "").strip())


def _is_any(_: _Element) -> bool:
    return True


def _pick(elements: list[_Element], random_: random.Random) -> _Element | None:
    return random_.choice(elements) if elements else None


def _change(root: _Element, random_: random.Random) -> None:
    element = _pick(_elements(root, _is_leaf), random_)
    if element is None:
        return
    text = (element.text or "").strip()
    if _ISO_DATE(text):
        element.text = (date.fromisoformat(text) + timedelta(days=random_.randint(-400, 400))).isoformat()
    elif _COMPACT_DATE(text) and "DateTimeString" in str(element.tag):
        moved = date.fromisoformat(text) + timedelta(days=random_.randint(-400, 400))
        element.text = moved.strftime("%Y%m%d")
    elif _DECIMAL(text) and "Amount" in str(element.tag):
        element.text = random_.choice(("0", f"-{text}".replace("--", ""), f"{text.split('.')[0]}.125", "1000.00"))
    else:
        element.text = random_.choice((f"X{text}", text[::-1], text[:1], random_.choice(_CODES)))


def _remove(root: _Element, random_: random.Random) -> None:
    element = _pick(_elements(root, _is_any), random_)
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _remove_group(root: _Element, random_: random.Random) -> None:
    element = _pick(_elements(root, len), random_)
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _double(root: _Element, random_: random.Random) -> None:
    element = _pick(_elements(root, _is_any), random_)
    if element is not None:
        element.addnext(deepcopy(element))


def _off_by_a_cent(root: _Element, random_: random.Random) -> None:
    amounts = _elements(root, lambda e: "Amount" in str(e.tag) and _DECIMAL((e.text or "").strip()))
    element = _pick(amounts, random_)
    if element is not None:
        change = random_.choice((0.01, -0.01, 1, -1, 0.001))
        element.text = f"{float(element.text or 0) + change:.{3 if change == 0.001 else 2}f}"


def _swap_category(root: _Element, random_: random.Random) -> None:
    codes = _elements(root, lambda e: (e.text or "").strip() in _CATEGORIES)
    element = _pick(codes, random_)
    if element is not None:
        element.text = random_.choice(_CATEGORIES)


def _swap_category_everywhere(root: _Element, random_: random.Random) -> None:
    codes = _elements(root, lambda e: (e.text or "").strip() in _CATEGORIES)
    old = _pick(codes, random_)
    if old is not None:
        text, new = (old.text or "").strip(), random_.choice(_CATEGORIES)
        for element in codes:
            if (element.text or "").strip() == text:
                element.text = new


def _change_rate(root: _Element, random_: random.Random) -> None:
    rates = _elements(root, lambda e: str(e.tag).endswith(("}Percent", "}RateApplicablePercent")))
    element = _pick(rates, random_)
    if element is not None:
        element.text = random_.choice(("0", "0.00", "7", "19.00", "-5", "25"))


def _change_attribute(root: _Element, random_: random.Random) -> None:
    element = _pick(_elements(root, lambda e: e.attrib), random_)
    if element is not None:
        name = random_.choice(list(element.attrib))
        if random_.random() < 0.5:
            del element.attrib[name]
        else:
            element.set(name, random_.choice(_CODES))


_MUTATIONS: tuple[Callable[[_Element, random.Random], None], ...] = (
    _change,
    _change,
    _remove,
    _remove,
    _remove_group,
    _double,
    _off_by_a_cent,
    _off_by_a_cent,
    _swap_category,
    _swap_category_everywhere,
    _change_rate,
    _change_attribute,
)
