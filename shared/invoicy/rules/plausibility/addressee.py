"""The addressee of the invoice, compared with your own names or VAT identifiers if they are known."""

from collections.abc import Iterator

from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation


def invoicy_addressee(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice that you receive is addressed to you (BT-44, BT-48), by VAT identifier or by name."""
    names, identifiers = context.check_context.own_names, context.check_context.own_vat_identifiers
    if not names and not identifiers:
        return
    buyer = context.buyer
    if _same(buyer.vat_identifier, identifiers) or any(_same(name, names) for name in (buyer.name, buyer.trading_name)):
        return
    yield violation("/buyer", buyer.name, buyer.vat_identifier)


def _same(text: str | None, known: tuple[str, ...]) -> bool:
    return text is not None and _folded(text) in map(_folded, known)


def _folded(text: str) -> str:
    """Letters and digits alone: Muster GmbH and MUSTER G.m.b.H. are one."""
    return "".join(character for character in text.casefold() if character.isalnum())


RULES: tuple[Rule, ...] = (rule(invoicy_addressee, "BT-44", "BT-48", severity=Severity.WARNING),)
