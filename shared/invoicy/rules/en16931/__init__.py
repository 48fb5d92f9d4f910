"""The rules of EN 16931-1, with the same results as the official validation artefacts of CEN/TC 434."""

from invoicy.rules.en16931 import code_lists, decimals, document, lines, parties, payment, totals, vat
from invoicy.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *document.RULES,
    *parties.RULES,
    *payment.RULES,
    *lines.RULES,
    *totals.RULES,
    *vat.RULES,
    *decimals.RULES,
    *code_lists.RULES,
)
