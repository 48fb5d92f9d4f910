"""The chosen totals as values with a score."""

from decimal import Decimal

from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.value import FieldValue

TOTAL_FIELDS = {
    "lines": "line_net_amounts",
    "net": "without_vat",
    "tax": "vat",
    "gross": "with_vat",
    "paid": "paid",
    "due": "due",
}
"""Field of invoicy.model.totals.Totals by the role of an amount, in the order of the findings about them."""

_IN_SUM = ("net", "tax", "gross")
# Set by hand on the LEARN set: amounts that add up are right even where no label names them.
# data/weights/confidence.json is fitted to the scores that result.
_MIN_SCORE_IN_SUM = 0.6
# Factor for amounts that do not add up, set by hand on the LEARN set: their labels are less reliable.
_FACTOR_WITHOUT_SUM = 0.6


def total_amounts(totals: ChosenTotals) -> dict[str, FieldValue[Decimal]]:
    """Return the chosen amounts by role. The other amounts that the gross may be are its alternatives."""
    candidates = {
        "lines": totals.lines,
        "net": totals.net,
        "tax": totals.tax,
        "gross": totals.gross,
        "due": totals.due,
        "paid": totals.paid,
    }
    amounts = {role: _amount(role, candidate, totals) for role, candidate in candidates.items() if candidate}
    if gross := amounts.get("gross"):
        amounts["gross"] = gross.beside(_amount("gross", rival, totals) for rival in totals.rivals)
    return amounts


def _amount(role: str, candidate: AmountCandidate, totals: ChosenTotals) -> FieldValue[Decimal]:
    label_role = "net" if role == "lines" else role  # both are labelled "Subtotal" and the like
    score = candidate.roles.get(label_role, 0.0)
    if role in _IN_SUM:
        score = min(_score_in_sum(score, totals.adds_up), totals.score_cap)
    text = " + ".join(part.amount.text for part in candidate.parts) or candidate.amount.text
    method = candidate.methods.get(label_role, "arithmetic")
    return FieldValue.of(candidate.value, candidate.segment, candidate.words, min(1.0, score), method, text)


def _score_in_sum(score: float, adds_up: bool | None) -> float:
    """Return the score of net, VAT or gross. adds_up: None if not all three are printed."""
    if adds_up is None:
        return score
    return _MIN_SCORE_IN_SUM + (1 - _MIN_SCORE_IN_SUM) * score if adds_up else _FACTOR_WITHOUT_SUM * score
