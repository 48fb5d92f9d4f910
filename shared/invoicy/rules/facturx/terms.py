"""Terms that the schema of a Factur-X profile does not allow."""

from collections.abc import Iterator

from msgspec import Struct, structs

from invoicy.model.profiles import Profile
from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Rule, Violation, violation

_EXTENSION = "facturx-extended"
_MINIMUM = frozenset(
    [
        "number",
        "issue_date",
        "type_code",
        "currency_code",
        "buyer_reference",
        "purchase_order_reference",
        "process",
        "seller",
        "buyer",
        "totals",
    ]
)
_MINIMUM_TOTALS = frozenset({"without_vat", "vat", "with_vat", "due"})


def given(group: Struct, path: str = "") -> Iterator[str]:
    """Yield the field paths of all values in a group: dots between names, [] after a repeated field."""
    for field in structs.fields(group):
        value = getattr(group, field.name)
        if value is None or value == ():
            continue
        here = f"{path}.{field.name}".lstrip(".")
        if isinstance(value, tuple):
            here += "[]"
        yield here
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Struct):
                yield from given(part, here)


def _beyond_minimum(context: InvoiceContext) -> Iterator[Violation]:
    for path in sorted(set(given(context.invoice))):
        first, _, rest = path.partition(".")
        top = first.removesuffix("[]")
        if (top not in _MINIMUM and not rest) or (top == "totals" and rest and rest not in _MINIMUM_TOTALS):
            yield violation(f"/{path.replace('[]', '').replace('.', '/')}", **_named(path))


def _named(path: str) -> dict[str, str]:
    """The term of a field path, for the sentence of the fault: its id and its name."""
    from invoicy.model.terms import term_of_field
    from invoicy.wording.names import within_sentence

    term = term_of_field().get(path) or term_of_field().get(path.removesuffix("[]"))
    return {"term": term.term, "name": within_sentence(term)} if term else {"term": "", "name": path}


def _lines(context: InvoiceContext) -> Iterator[Violation]:
    if context.invoice.lines:
        yield violation("/lines", len(context.invoice.lines), count=len(context.invoice.lines))


def _of_extended(context: InvoiceContext) -> Iterator[Violation]:
    from invoicy.model.terms import term_of_field  # reading the table takes 2 ms, which other profiles do not need

    known = term_of_field()
    for path in sorted(set(given(context.invoice))):
        term = known.get(path)
        if term is not None and term.extension == _EXTENSION:
            yield violation(f"/{path.partition('[]')[0].replace('.', '/')}", term.term, **_named(path))


def _rule(id: str, sentence: str, check: Check) -> Rule:  # noqa: A002
    return Rule(id, Severity.WARNING, (), sentence, check)


_EXTENDED_ONLY = _rule(
    "INVOICY-FACTURX-EXTENDED",
    "An invoice of a smaller profile has no terms of the profile EXTENDED.",
    _of_extended,
)
RULES: dict[Profile, tuple[Rule, ...]] = {
    Profile.FACTURX_MINIMUM: (
        _rule(
            "INVOICY-FACTURX-MINIMUM",
            "An invoice of MINIMUM has only the terms of that profile.",
            _beyond_minimum,
        ),
    ),
    Profile.FACTURX_BASICWL: (
        _rule("INVOICY-FACTURX-LINES", "An invoice of the profile BASIC WL has no lines (BG-25).", _lines),
        _EXTENDED_ONLY,
    ),
    Profile.FACTURX_BASIC: (_EXTENDED_ONLY,),
}
