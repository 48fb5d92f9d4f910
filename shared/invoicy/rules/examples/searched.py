"""Examples found by search: one change of the valid invoice that breaks the rule."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache

from invoicy.model.terms import term_of_field
from invoicy.rules.examples.plain import ExamplePair, Plain, all_paths, breaks, get, put, sound
from invoicy.rules.examples.values import added_values, other_values
from invoicy.rules.rule import Rule
from invoicy.wording.pointers import field_of, term_at

_COUNTRIES = {"DK": "DK", "GR": "EL", "IS": "IS", "IT": "IT", "NL": "NL", "NO": "NO", "SE": "SE"}
_CATEGORIES = {"S": None, "Z": None, "E": "VATEX-EU-132", "AE": "VATEX-EU-AE", "K": "VATEX-EU-IC", "G": "VATEX-EU-G"}
_CATEGORIES |= {"O": "VATEX-EU-O", "L": None, "M": None, "B": None}
_CODES_OF_RULES = {"IC": "K", "AF": "L", "AG": "M"} | {code: code for code in ["S", "Z", "E", "AE", "G", "O", "B"]}
_CIUS = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
_SPECIFICATIONS = (
    _CIUS,
    f"{_CIUS}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0",
    f"{_CIUS}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9",
)
_MEANS = ("30", "31", "42", "48", "49", "50", "59", "9", "93")


def pair(rule: Rule) -> ExamplePair | None:
    """Return the first change that breaks the rule; None if no single change does."""
    for base in _bases(rule):
        is_broken = breaks(rule, base)
        for path, changed in _changes(base, rule):
            if breaks(rule, changed) is (not is_broken):
                shown = _shown(rule, path, base, changed)
                broken, kept = (base, changed) if is_broken else (changed, base)
                return ExamplePair(broken, kept, shown)
    return None


def _bases(rule: Rule) -> Iterator[Plain]:
    """The sound invoice in the VAT category that the rule is about, as it is, then in the country or specification."""
    first, _, rest = rule.id.partition("-")
    code = _CODES_OF_RULES.get(rest.removeprefix("FXEXT-").partition("-")[0])
    if code not in (None, "S"):
        yield of_category(code, _CATEGORIES[code])
    yield json.loads(sound())
    if first in _COUNTRIES:
        for means in ("58", *_MEANS):
            yield _of_country(_COUNTRIES[first], means)
    elif rule.id.startswith(("BR-DE", "BR-TMP")):
        yield from map(_of_specification, _SPECIFICATIONS)


def _of_specification(specification: str) -> Plain:
    base: Plain = json.loads(sound())
    base["process"]["specification_identifier"] = specification
    return base


def of_category(code: str, reason: str | None) -> Plain:
    """The sound invoice with another VAT category throughout."""
    base: Plain = json.loads(sound())
    rate, tax = ("7", "13.65") if code in {"L", "M"} else ("0", "0.00")
    groups = [*base["lines"], *base["allowances"], *base["charges"]]
    for group in groups:
        group.update(vat_category_code=code, vat_rate=rate)
    base["vat_breakdown"][0].update(category_code=code, rate=rate, tax_amount=tax, exemption_reason_code=reason)
    if code == "O":
        for group in (*groups, base["seller"], base["buyer"]):
            group.pop("vat_rate", None), group.pop("vat_identifier", None)
        del base["tax_representative"]
    return base


def _of_country(country: str, means: str) -> Plain:
    base: Plain = json.loads(sound())
    del base["tax_representative"]
    for party in ("seller", "buyer"):
        base[party]["address"]["country_code"] = "GR" if country == "EL" else country
        base[party]["vat_identifier"] = f"{country}123456789"
    base["payment"]["means_code"] = means
    return base


def _changes(base: Plain, rule: Rule) -> Iterator[tuple[str, Plain]]:
    """Every change of one value that the rule's terms are about, or a group that holds one: another value, then none.

    The rule's first term is changed first: it is the one that the rule is about.
    """
    paths = sorted((path for path in all_paths(base) if _matters(rule, path)), key=lambda path: _rank(rule, path, base))
    others = ((path, value) for path in paths for value in other_values(get(base, path), _kind(path)))
    for path, value in (*others, *((path, None) for path in paths)):
        changed = deepcopy(base)
        put(changed, path, value)
        yield path, changed
    yield from _without_any(base, rule)
    for field in _fields(rule):
        yield from _added(base, field)


def _rank(rule: Rule, path: str, base: Plain) -> tuple[bool, int]:
    """Single values before groups, in the order of the rule's terms."""
    fields = _fields(rule)
    field = field_of(path)
    return isinstance(get(base, path), dict | list), fields.index(field) if field in fields else len(fields)


def _kind(path: str) -> str:
    term = term_at(path)
    return term.type if term else ""


def _without_any(base: Plain, rule: Rule) -> Iterator[tuple[str, Plain]]:
    """All values of the rule's terms taken away, where the rule takes either of them."""
    changed = deepcopy(base)
    about = [path for path in all_paths(base) if _is_about(rule, path)]
    paths = [path for path in about if not isinstance(get(base, path), dict | list)]
    for path in sorted(paths, key=len, reverse=True):
        put(changed, path, None)
    if paths:
        yield paths[0], changed


def _added(base: Plain, field: str) -> Iterator[tuple[str, Plain]]:
    """The term where it is absent."""
    group, _, name = field.rpartition(".")
    for path in [path for path in ("", *all_paths(base)) if field_of(path) == group]:
        parent = get(base, path)
        for value in added_values(_kind(f"{path}/{name}")) if isinstance(parent, dict) and name not in parent else ():
            changed = deepcopy(base)
            put(changed, f"{path}/{name}", value)
            yield f"{path}/{name}", changed


def _matters(rule: Rule, path: str) -> bool:
    field = field_of(path)
    return any(
        own == field or own.startswith((f"{field}.", f"{field}[]")) or field.startswith(own) for own in _fields(rule)
    )


@cache
def _fields_of_terms() -> dict[str, str]:
    return {term.term: field for field, term in term_of_field().items()}


def _fields(rule: Rule) -> list[str]:
    fields = _fields_of_terms()
    return [fields[term] for term in rule.terms if term in fields]


def _is_about(rule: Rule, path: str) -> bool:
    return field_of(path) in _fields(rule)


def _shown(rule: Rule, path: str, *plains: Plain) -> list[str]:
    """Pointers of the example: the one changed, and the single values of the rule's terms."""
    about = [
        p for plain in plains for p in all_paths(plain) if _is_about(rule, p) and not isinstance(get(plain, p), dict)
    ]
    return list(dict.fromkeys([path, *about]))
