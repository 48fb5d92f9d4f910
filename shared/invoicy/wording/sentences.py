"""Makes the sentence of a finding: the catalogue's template, filled with values of the invoice."""

from collections.abc import Sequence
from string import Formatter
from typing import Any, NamedTuple

from invoicy.model import Invoice
from invoicy.wording.names import name_of, term_of
from invoicy.wording.places import Groups, place_of
from invoicy.wording.pointers import currency_at, term_at, value_at
from invoicy.wording.values import CatalogueWord, CodeWords, CountryWords, SumWords, TermWords, written
from invoicy.wording.violation import Violation
from invoicy.wording.words import template

_WORDED = (CodeWords, CountryWords, Groups, SumWords, TermWords, CatalogueWord)
_PLACELESS = "~"


class _Typed(NamedTuple):
    """A value, the semantic data type by which it is written, and the currency of an amount."""

    value: object
    data_type: str
    currency: str = ""


def sentence(key: str, violation: Violation, invoice: Invoice, terms: Sequence[str] = ()) -> str:
    """Return the sentence for a violation; empty if the catalogue has no template for the key.

    terms: the rule's terms, used for a path without a term of its own.
    """
    text = template(key, violation.fault)
    if text is None:
        return ""
    filling = _Filling(violation, invoice, terms)
    chosen = filling.choose(text)
    if not chosen and filling.lacks_value:
        chosen = filling.choose(template(key, "missing") or "")
    text = chosen or text.rpartition("|")[2]
    filled = filling.format(text.removeprefix(_PLACELESS))
    place = "" if "{place}" in text or text.startswith(_PLACELESS) else place_of(violation.path, invoice)
    full = f"{place}: {filled}" if place else filled
    return full[:1].upper() + full[1:]


class _Filling(Formatter):
    """Placeholders of a template.

    {name}, {term}, {value} and {place} describe the violation's path. {/rate} is a value in the group at the path,
    {.rate} a value beside it, {..rate} a value of the group around that, {totals.due} a value of the invoice. All
    others are named by the violation. A format ("{expected:number}") overrules the semantic data type.
    """

    def __init__(self, violation: Violation, invoice: Invoice, terms: Sequence[str]) -> None:
        self._violation = violation
        self._invoice = invoice
        self._terms = terms

    @property
    def lacks_value(self) -> bool:
        """Test whether the invoice has no value at the violation's path."""
        return self._typed("value").value in (None, "")

    def choose(self, text: str) -> str:
        """Return the first alternative whose values are all present; empty if there is no such alternative."""
        return next((alternative for alternative in text.split("|") if self._fills(alternative)), "")

    def _fills(self, text: str) -> bool:
        names = (name for _, name, _, _ in self.parse(text) if name)
        return all(self._typed(name).value not in (None, "") for name in names)

    def get_field(self, field_name: str, *_: object) -> tuple[Any, str]:
        """Return the value of a placeholder with its semantic data type."""
        return self._typed(field_name), field_name

    def _typed(self, name: str) -> _Typed:
        path, named = self._violation.path, self._violation.named
        if name in named:
            return _Typed(named[name], "amount", currency_at(path, self._invoice))
        if name == "value":
            return self._at(path)
        if name == "name":
            return _Typed(name_of(path, self._terms), "text")
        if name == "term":
            return _Typed(term_of(path, self._terms), "text")
        if name == "place":
            return _Typed(place_of(path, self._invoice) or None, "text")
        return self._at(path + name if name.startswith("/") else _pointer(name, path))

    def _at(self, path: str) -> _Typed:
        term = term_at(path)
        value = value_at(self._invoice, path)
        return _Typed(getattr(value, "value", value), term.type if term else "text", currency_at(path, self._invoice))

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write a value by the format, or else by its type."""
        if isinstance(value.value, _WORDED):
            return str(value.value)
        return written(value.value, format_spec or value.data_type, value.currency)


def _pointer(name: str, path: str) -> str:
    """Return a placeholder's pointer: dots go up from the violation's path, a field path starts at the invoice."""
    relative = name.lstrip(".")
    base = path
    for _ in range(len(name) - len(relative)):
        base = base.rpartition("/")[0]
    return (base if name.startswith(".") else "") + "/" + relative.replace(".", "/")
