"""XRechnung CVD 0.9: the clean vehicles directive (BR-DE-CVD, BR-TMP-CVD)."""

from collections.abc import Iterator

from invoicy.model import Item
from invoicy.model.code_lists import codes
from invoicy.rules.case import Case
from invoicy.rules.rule import Break, Rule, fail, rule
from invoicy.rules.specifications import CVD
from invoicy.wording.values import Code

_CATEGORIES = frozenset({"M1", "M2", "M3", "N1", "N2", "N3"})
_VALUES = frozenset({"clean", "zero-emission", "other"})
_SCHEME = "CVD"
_ATTRIBUTE = "cva"


def _items(case: Case) -> Iterator[tuple[str, Item]]:
    if case.process.specification_identifier != CVD:
        return
    for position, line in enumerate(case.invoice.lines):
        if line.item is not None:
            yield f"/lines/{position}/item", line.item


def _classes(item: Item) -> int:
    return sum(identifier.scheme == _SCHEME for identifier in item.classification_identifiers)


def _attributes(item: Item) -> int:
    return sum(attribute.name == _ATTRIBUTE for attribute in item.attributes)


def br_de_cvd_01(case: Case) -> Iterator[Break]:
    """A CVD invoice names the contract (BT-12)."""
    if case.process.specification_identifier == CVD and not case.invoice.contract_reference:
        yield fail("/contract_reference")


def br_de_cvd_02(case: Case) -> Iterator[Break]:
    """A CVD invoice names the tender or lot (BT-17)."""
    if case.process.specification_identifier == CVD and not case.invoice.tender_or_lot_reference:
        yield fail("/tender_or_lot_reference")


def br_de_cvd_03(case: Case) -> Iterator[Break]:
    """A CVD invoice has an item with a vehicle category (BT-158) and its attribute cva (BT-160)."""
    if case.process.specification_identifier != CVD:
        return
    if not any(_classes(item) and _attributes(item) for _, item in _items(case)):
        yield fail("/lines")


def br_de_cvd_04(case: Case) -> Iterator[Break]:
    """A vehicle category (BT-158) is M1, M2, M3, N1, N2 or N3."""
    for path, item in _items(case):
        for place, identifier in enumerate(item.classification_identifiers):
            if identifier.scheme == _SCHEME and identifier.value not in _CATEGORIES:
                yield fail(f"{path}/classification_identifiers/{place}", identifier.value)


def br_de_cvd_05(case: Case) -> Iterator[Break]:
    """The attribute cva (BT-161) is clean, zero-emission or other."""
    for path, item in _items(case):
        for place, attribute in enumerate(item.attributes):
            if attribute.name == _ATTRIBUTE and attribute.value not in _VALUES:
                yield fail(f"{path}/attributes/{place}/value", attribute.value)


def br_de_cvd_06_a(case: Case) -> Iterator[Break]:
    """An item with a vehicle category (BT-158) has one attribute cva (BT-160)."""
    for path, item in _items(case):
        if _classes(item) and _attributes(item) != 1:
            yield fail(f"{path}/attributes", count=_attributes(item) or None)


def br_de_cvd_06_b(case: Case) -> Iterator[Break]:
    """An item with an attribute cva (BT-160) has one vehicle category (BT-158)."""
    for path, item in _items(case):
        if _attributes(item) and _classes(item) != 1:
            yield fail(f"{path}/classification_identifiers", count=_classes(item) or None)


def br_tmp_cvd_01(case: Case) -> Iterator[Break]:
    """The scheme of an item's classification (BT-158) is in UNTDID 7143, or CVD."""
    known = codes("item_classification") | {_SCHEME}
    for path, item in _items(case):
        for place, identifier in enumerate(item.classification_identifiers):
            if identifier.scheme not in known:
                known_as = Code("item_classification", identifier.scheme or "")
                yield fail(f"{path}/classification_identifiers/{place}/scheme", identifier.scheme, list=known_as)


RULES: tuple[Rule, ...] = (
    rule(br_de_cvd_01, "BT-12"),
    rule(br_de_cvd_02, "BT-17"),
    rule(br_de_cvd_03, "BT-158", "BT-160"),
    rule(br_de_cvd_04, "BT-158"),
    rule(br_de_cvd_05, "BT-161"),
    rule(br_de_cvd_06_a, "BT-160", id="BR-DE-CVD-06-a"),
    rule(br_de_cvd_06_b, "BT-158", id="BR-DE-CVD-06-b"),
    rule(br_tmp_cvd_01, "BT-158-1", faults="BR-CL"),
)
