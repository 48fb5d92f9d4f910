"""Examples that are found by trying: one change of a sound invoice that breaks the rule."""

import json
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from invoicy.examples.plain import Example, Plain, all_paths, breaks, field_of, get, put, sound, written
from invoicy.rules.rule import Rule
from invoicy.terms import term_of_field

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
_ADDED: tuple[Any, ...] = (
    "XX",
    "2020-01-01",
    "1",
    {},
    [{}],
    {"value": "1", "scheme": "XX"},
    [{"description": "EINDAGI", "reference": "x"}],
)
_WORDS = ("XX", "384", "381", "0184", "0208", "VATEX-EU-G", "DE1", "#SKONTO", "EINDAGI", "##M.AR.K##", "1|2", "false@")


def of(rule: Rule) -> Example | None:
    """The first change that makes the difference; None where there is none."""
    for base in _bases(rule):
        is_broken = breaks(rule, base)
        for path, changed in _changes(base, rule):
            if breaks(rule, changed) != is_broken:
                shown = _shown(rule, path, base, changed)
                broken, kept = (base, changed) if is_broken else (changed, base)
                return Example(written(broken, shown), written(kept, shown))
    return None


def _bases(rule: Rule) -> Iterator[Plain]:
    """The sound invoice, then what it is like in the country, category or specification that the rule is about."""
    yield json.loads(sound())
    first, _, rest = rule.id.partition("-")
    if first in _COUNTRIES:
        for means in ("58", *_MEANS):
            yield _of_country(_COUNTRIES[first], means)
    elif rule.id.startswith(("BR-DE", "BR-TMP")):
        yield from map(_of_specification, _SPECIFICATIONS)
    code = _CODES_OF_RULES.get(rest.removeprefix("FXEXT-").partition("-")[0])
    if code is not None:
        yield of_category(code, _CATEGORIES[code])


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
    """Every change of one value that the rule's terms are about, or a group that holds one."""
    paths = [path for path in all_paths(base) if _matters(rule, path)]
    for path in sorted(paths, key=lambda path: isinstance(get(base, path), dict | list)):
        for value in _values(get(base, path)):
            changed = deepcopy(base)
            put(changed, path, value)
            yield path, changed
    yield from _without_any(base, rule)
    for field in _fields(rule):
        yield from _added(base, field)


def _without_any(base: Plain, rule: Rule) -> Iterator[tuple[str, Plain]]:
    """Nothing that the rule's terms are about, where the rule takes either of them."""
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
        for value in _ADDED if isinstance(parent, dict) and name not in parent else ():
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


def _values(value: Any) -> Iterator[Any]:
    """What a value may become; None takes it away."""
    yield None
    if isinstance(value, list):
        yield value * 2
    if not isinstance(value, str):
        return
    with suppress(ValueError):
        day = date.fromisoformat(value)
        yield from ((day + timedelta(days=days)).isoformat() for days in (400, -400, -20000))
    with suppress(InvalidOperation):
        number = Decimal(value)
        yield from (
            str(number + Decimal("0.01")),
            str(-number),
            str(number + Decimal("0.125")),
            "0",
            "19",
            "10000000000000",
        )
    yield from _WORDS


def _shown(rule: Rule, path: str, *plains: Plain) -> list[str]:
    """Paths to show: the one changed, and the leaves of the rule's terms."""
    about = [
        p for plain in plains for p in all_paths(plain) if _is_about(rule, p) and not isinstance(get(plain, p), dict)
    ]
    return list(dict.fromkeys([path, *about]))
