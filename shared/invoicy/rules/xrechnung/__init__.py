"""XRechnung 3: the rules that KoSIT adds to EN 16931, and those of Peppol that it takes over."""

from invoicy.rules import germany
from invoicy.rules.peppol import amounts, document
from invoicy.rules.rule import Rule
from invoicy.rules.xrechnung import cvd, extension

_OF_PEPPOL = frozenset(
    f"PEPPOL-EN16931-R{number}"
    for number in ("001", "005", "010", "020", "040", "041", "042", "046", "055", "061", "110", "111", "121", "130")
)
RULES: tuple[Rule, ...] = (
    *germany.RULES,
    *extension.RULES,
    *cvd.RULES,
    *(made for made in (*document.RULES, *amounts.RULES) if made.id in _OF_PEPPOL),
    amounts.LINE_AMOUNT_AS_WARNING,
)
