"""The limits of the Factur-X profiles: EN 16931's rules that each contains, and the terms that its schema lacks."""

from invoicy.model.profiles import Profile
from invoicy.rules.facturx import extended, extended_lines, extended_vat, terms
from invoicy.rules.rule import Rule

_MINIMUM = frozenset(
    {f"BR-{number:02}" for number in (*range(1, 10), 13, 14, 15)}
    | {"BR-CO-09", "BR-CO-26", "BR-DEC-12", "BR-DEC-13", "BR-DEC-14", "BR-DEC-18"}
    | {"BR-CL-01", "BR-CL-04", "BR-CL-11", "BR-CL-14"}
)
_OF_LINES = frozenset(
    {f"BR-{number}" for number in (16, *range(21, 29), 30, *range(41, 45), 54, 64, 65)}
    | {f"BR-CO-{number:02}" for number in (4, 7, 8, 10, 20, 23, 24)}
    | {f"BR-DEC-{number}" for number in (23, 24, 25, 27, 28)}
    | {"BR-O-12", "BR-B-01", "BR-B-02"}
)
_OF_LINE_CATEGORIES = ("-01", "-02", "-05", "-08")
_CATEGORIES = ("BR-S-", "BR-Z-", "BR-E-", "BR-AE-", "BR-IC-", "BR-G-", "BR-O-", "BR-AF-", "BR-AG-")
_NO_CARDS_OR_DOCUMENTS = frozenset({"BR-51", "BR-52"})


def rules_of(profile: Profile, standard: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of a Factur-X profile below or above EN 16931, out of those of the standard and its own."""
    if profile is Profile.FACTURX_MINIMUM:
        return (*(made for made in standard if made.id in _MINIMUM), *terms.RULES[profile])
    if profile is Profile.FACTURX_BASICWL:
        kept = (made for made in standard if not _is_about_lines(made.id) and made.id not in _NO_CARDS_OR_DOCUMENTS)
        return (*kept, *terms.RULES[profile])
    if profile is Profile.FACTURX_BASIC:
        return (*(made for made in standard if made.id not in _NO_CARDS_OR_DOCUMENTS), *terms.RULES[profile])
    kept = (made for made in standard if made.id not in extended.REPLACED)
    return (*kept, *extended.RULES, *extended_lines.RULES, *extended_vat.RULES)


def _is_about_lines(rule: str) -> bool:
    return rule in _OF_LINES or (rule.startswith(_CATEGORIES) and rule.endswith(_OF_LINE_CATEGORIES))
