"""XRechnung CVD 0.9: the clean vehicles directive (BR-DE-CVD, BR-TMP-CVD)."""

from collections.abc import Iterator

from invoicy.model import Item
from invoicy.model.code_lists import codes
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.rules.specifications import CVD
from invoicy.wording.values import CodeWords

_CATEGORIES = frozenset({"M1", "M2", "M3", "N1", "N2", "N3"})
_VALUES = frozenset({"clean", "zero-emission", "other"})
_SCHEME = "CVD"
_ATTRIBUTE = "cva"


def _items(context: InvoiceContext) -> Iterator[tuple[str, Item]]:
    if context.process.specification_identifier != CVD:
        return
    for position, line in enumerate(context.invoice.lines):
        if line.item is not None:
            yield f"/lines/{position}/item", line.item


def _classes(item: Item) -> int:
    return sum(identifier.scheme == _SCHEME for identifier in item.classification_identifiers)


def _attributes(item: Item) -> int:
    return sum(attribute.name == _ATTRIBUTE for attribute in item.attributes)


def br_de_cvd_01(context: InvoiceContext) -> Iterator[Violation]:
    """A CVD invoice names the contract (BT-12)."""
    if context.process.specification_identifier == CVD and not context.invoice.contract_reference:
        yield violation("/contract_reference")


def br_de_cvd_02(context: InvoiceContext) -> Iterator[Violation]:
    """A CVD invoice names the tender or lot (BT-17)."""
    if context.process.specification_identifier == CVD and not context.invoice.tender_or_lot_reference:
        yield violation("/tender_or_lot_reference")


def br_de_cvd_03(context: InvoiceContext) -> Iterator[Violation]:
    """A CVD invoice has an item with a vehicle category (BT-158) and its attribute cva (BT-160)."""
    if context.process.specification_identifier != CVD:
        return
    if not any(_classes(item) and _attributes(item) for _, item in _items(context)):
        yield violation("/lines")


def br_de_cvd_04(context: InvoiceContext) -> Iterator[Violation]:
    """A vehicle category (BT-158) is M1, M2, M3, N1, N2 or N3."""
    for path, item in _items(context):
        for place, identifier in enumerate(item.classification_identifiers):
            if identifier.scheme == _SCHEME and identifier.value not in _CATEGORIES:
                yield violation(f"{path}/classification_identifiers/{place}", identifier.value)


def br_de_cvd_05(context: InvoiceContext) -> Iterator[Violation]:
    """The attribute cva (BT-161) is clean, zero-emission or other."""
    for path, item in _items(context):
        for place, attribute in enumerate(item.attributes):
            if attribute.name == _ATTRIBUTE and attribute.value not in _VALUES:
                yield violation(f"{path}/attributes/{place}/value", attribute.value)


def br_de_cvd_06_a(context: InvoiceContext) -> Iterator[Violation]:
    """An item with a vehicle category (BT-158) has one attribute cva (BT-160)."""
    for path, item in _items(context):
        if _classes(item) and _attributes(item) != 1:
            yield violation(f"{path}/attributes", count=_attributes(item) or None)


def br_de_cvd_06_b(context: InvoiceContext) -> Iterator[Violation]:
    """An item with an attribute cva (BT-160) has one vehicle category (BT-158)."""
    for path, item in _items(context):
        if _attributes(item) and _classes(item) != 1:
            yield violation(f"{path}/classification_identifiers", count=_classes(item) or None)


def br_tmp_cvd_01(context: InvoiceContext) -> Iterator[Violation]:
    """The scheme of an item's classification (BT-158) is in UNTDID 7143, or CVD."""
    known = codes("item_classification") | {_SCHEME}
    for path, item in _items(context):
        for place, identifier in enumerate(item.classification_identifiers):
            if identifier.scheme not in known:
                known_as = CodeWords("item_classification", identifier.scheme or "")
                yield violation(f"{path}/classification_identifiers/{place}/scheme", identifier.scheme, list=known_as)


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
