"""Peppol's rules of Germany (DE-R): those of XRechnung, for invoices between German parties."""

from collections.abc import Iterator

from msgspec import structs

from invoicy.readings.reading import Severity
from invoicy.rules import germany
from invoicy.rules.countries import both_in
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Rule, Violation

_IDS = {
    **{f"BR-DE-{number}": f"DE-R-{number:03}" for number in range(1, 32)},
    "BR-TMP-2": "DE-R-T02",
    **{
        f"BR-DE-{number}-{letter}": f"DE-R-{number:03}-{place}"
        for number in (23, 24, 25)
        for place, letter in ((1, "a"), (2, "b"))
    },
}


def _between_germans(check: Check) -> Check:
    def checked(context: InvoiceContext) -> Iterator[Violation]:
        if both_in("DE", context):
            yield from check(context)

    return checked


def _german(made: Rule) -> Rule:
    severity = Severity.WARNING if made.id == "BR-TMP-2" else made.severity
    return structs.replace(
        made, id=_IDS[made.id], severity=severity, check=_between_germans(made.check), faults=made.faults or made.id
    )


RULES: tuple[Rule, ...] = tuple(_german(made) for made in germany.RULES if made.id in _IDS and made.id != "BR-DE-21")
