"""The example of a rule: a small change to a sound invoice (data/example.json) that breaks it.

Most are found by trying. What no single change breaks is told in data/examples.json: by JSON Pointers, what makes the
sound invoice one that the rule asks (keeps), and what breaks it then (breaks); null takes away.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from invoicy.model import Invoice
from invoicy.rules.case import Around, Case
from invoicy.rules.rule import Rule
from invoicy.terms import term_of_field

Plain = dict[str, Any]
_DATA = Path(__file__).parent / "data"
_AROUND = Around(date(2026, 6, 30), ("Beispiel AG",), ("DE129273398",))
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


class Example(Struct, frozen=True):
    """The lines of an invoice that matter to a rule, once as they break it and once as they keep it."""

    breaks: str
    keeps: str


def of(rule: Rule) -> Example | None:
    """The example of a rule; None for one that always holds."""
    if rule.id in _told():
        return _of_told(rule)
    for base in _bases(rule):
        is_broken = _breaks(rule, base)
        for path, changed in _changes(base, rule):
            if _breaks(rule, changed) != is_broken:
                shown = _shown(rule, path, base, changed)
                broken, kept = (base, changed) if is_broken else (changed, base)
                return Example(_lines(broken, shown), _lines(kept, shown))
    return None


@cache
def _told() -> dict[str, dict[str, Plain]]:
    told: dict[str, dict[str, Plain]] = json.loads((_DATA / "examples.json").read_text(encoding="utf-8"))
    return told


def _of_told(rule: Rule) -> Example:
    keeps, breaks = _told()[rule.id].values()
    kept: Plain = json.loads(_sound())
    _put_all(kept, keeps)
    broken = deepcopy(kept)
    _put_all(broken, breaks)
    given = [path for path, value in keeps.items() if value is not None and not any(b.startswith(path) for b in breaks)]
    paths = list(dict.fromkeys([*given, *breaks]))
    return Example(_lines(broken, paths), _lines(kept, paths))


def _put_all(base: Plain, changes: Plain) -> None:
    for path, value in changes.items():
        with suppress(KeyError):  # nothing to take away
            _put(base, path, deepcopy(value))


def is_broken(rule: Rule) -> tuple[bool, bool]:
    """Whether a told example breaks the rule where it should, and where it should not."""
    keeps, breaks = _told()[rule.id].values()
    base: Plain = json.loads(_sound())
    _put_all(base, keeps)
    before = _breaks(rule, base)
    _put_all(base, breaks)
    return _breaks(rule, base), before


def told_rules() -> frozenset[str]:
    """Ids of the rules whose example is told."""
    return frozenset(_told())


def _breaks(rule: Rule, plain: Plain) -> bool:
    with suppress(msgspec.ValidationError):
        return next(iter(rule.check(Case(msgspec.convert(plain, Invoice), around=_AROUND))), None) is not None
    return False


@cache
def _sound() -> str:
    return (_DATA / "example.json").read_text(encoding="utf-8")


def _bases(rule: Rule) -> Iterator[Plain]:
    """The sound invoice, then what it is like in the country, category or specification that the rule is about."""
    yield json.loads(_sound())
    first, _, rest = rule.id.partition("-")
    if first in _COUNTRIES:
        for means in ("58", *_MEANS):
            yield _of_country(_COUNTRIES[first], means)
    elif rule.id.startswith(("BR-DE", "BR-TMP")):
        yield from map(_of_specification, _SPECIFICATIONS)
    code = _CODES_OF_RULES.get(rest.removeprefix("FXEXT-").partition("-")[0])
    if code is not None:
        yield _of_category(code, _CATEGORIES[code])


def _of_specification(specification: str) -> Plain:
    base: Plain = json.loads(_sound())
    base["process"]["specification_identifier"] = specification
    return base


def _of_category(code: str, reason: str | None) -> Plain:
    """The sound invoice with another VAT category throughout."""
    base: Plain = json.loads(_sound())
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
    base: Plain = json.loads(_sound())
    del base["tax_representative"]
    for party in ("seller", "buyer"):
        base[party]["address"]["country_code"] = "GR" if country == "EL" else country
        base[party]["vat_identifier"] = f"{country}123456789"
    base["payment"]["means_code"] = means
    return base


def _changes(base: Plain, rule: Rule) -> Iterator[tuple[str, Plain]]:
    """Every change of one value that the rule's terms are about, or a group that holds one."""
    paths = [path for path in _paths(base) if _matters(rule, path)]
    for path in sorted(paths, key=lambda path: isinstance(_get(base, path), dict | list)):
        for value in _values(_get(base, path)):
            changed = deepcopy(base)
            _put(changed, path, value)
            yield path, changed
    yield from _without_any(base, rule)
    for field in _fields(rule):
        yield from _added(base, field)


def _without_any(base: Plain, rule: Rule) -> Iterator[tuple[str, Plain]]:
    """Nothing that the rule's terms are about, where the rule takes either of them."""
    changed = deepcopy(base)
    about = [path for path in _paths(base) if _is_about(rule, path)]
    paths = [path for path in about if not isinstance(_get(base, path), dict | list)]
    for path in sorted(paths, key=len, reverse=True):
        _put(changed, path, None)
    if paths:
        yield paths[0], changed


def _added(base: Plain, field: str) -> Iterator[tuple[str, Plain]]:
    """The term where it is absent."""
    group, _, name = field.rpartition(".")
    for path in [path for path in ("", *_paths(base)) if _field(path) == group]:
        parent = _get(base, path)
        for value in _ADDED if isinstance(parent, dict) and name not in parent else ():
            changed = deepcopy(base)
            _put(changed, f"{path}/{name}", value)
            yield f"{path}/{name}", changed


def _matters(rule: Rule, path: str) -> bool:
    field = _field(path)
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
    return _field(path) in _fields(rule)


def _field(path: str) -> str:
    """Field path of the model: /lines/0/item/name is lines[].item.name."""
    return "".join("[]" if step.isdigit() else f".{step}" for step in path.split("/")[1:]).lstrip(".")


def _paths(value: Any, path: str = "") -> Iterator[str]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _paths(part, f"{path}/{key}")
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from _paths(part, f"{path}/{position}")


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


def _get(base: Any, path: str) -> Any:
    for step in path.split("/")[1:]:
        base = base[int(step)] if isinstance(base, list) else base[step]
    return base


def _put(base: Any, path: str, value: Any) -> None:
    parent, _, last = path.rpartition("/")
    group = _get(base, parent) if parent else base
    key: Any = int(last) if isinstance(group, list) else last
    if value is None:
        del group[key]
    else:
        group[key] = value


def _shown(rule: Rule, path: str, *plains: Plain) -> list[str]:
    """Paths to show: the one changed, and the leaves of the rule's terms."""
    about = [
        p for plain in plains for p in _paths(plain) if _is_about(rule, p) and not isinstance(_get(plain, p), dict)
    ]
    return list(dict.fromkeys([path, *about]))


def _lines(plain: Plain, paths: list[str]) -> str:
    return "\n".join(f"  {path}: {_said(plain, path)}" for path in sorted(paths))


def _said(plain: Plain, path: str) -> str:
    try:
        return json.dumps(_get(plain, path), ensure_ascii=False)
    except (KeyError, IndexError):
        return "(absent)"
