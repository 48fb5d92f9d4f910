"""The rules of EN 16931-1, held to what the official validation artefacts of CEN/TC 434 do."""

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
