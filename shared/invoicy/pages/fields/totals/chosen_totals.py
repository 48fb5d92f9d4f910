"""The chosen totals of an invoice and the amounts between them."""

from decimal import Decimal

from msgspec import Struct

from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.value import FieldValue


class Adjustment(Struct, frozen=True):
    """A discount, a charge or another amount printed between two totals.

    amount: what it adds to the total above it, negative for a discount. candidate: the printed amount.
    reason: the words before it. is_named: a label names it as a discount or a charge.
    """

    amount: Decimal
    candidate: AmountCandidate
    reason: FieldValue[str] | None
    is_named: bool

    @property
    def field_value(self) -> FieldValue[Decimal]:
        """The amount with its place."""
        candidate = self.candidate
        score, text = candidate.score("other_amount"), candidate.amount.text
        return FieldValue.of(self.amount, candidate.segment, candidate.words, score, "sum that closes", text)


class ChosenTotals(Struct, frozen=True):
    """The chosen amounts, each None if it is not printed.

    lines: the sum of the lines before discounts and charges. tax: the VAT; its parts are the amounts of several rates.
    adds_up: net and VAT, with the discounts and charges between them, add up to the gross; None if net (or lines) or
    VAT is not printed.
    due_adds_up: the paid amount, discounts, charges and other printed amounts make up the difference between gross
    and amount due; None if no amount due is printed.
    score_cap: the highest score that net, VAT and gross may have; below 1 if other amounts are nearly as likely.
    rivals: other amounts that the gross may be, the likeliest first.
    adjustments: discounts and charges that lead from lines to net, or to the gross if there is no net.
    between: other amounts that make up the rest between net, VAT and gross. after_gross: those between gross and due.
    """

    lines: AmountCandidate | None = None
    net: AmountCandidate | None = None
    tax: AmountCandidate | None = None
    gross: AmountCandidate | None = None
    due: AmountCandidate | None = None
    paid: AmountCandidate | None = None
    adds_up: bool | None = None
    due_adds_up: bool | None = None
    score_cap: float = 1.0
    rivals: tuple[AmountCandidate, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    between: tuple[Adjustment, ...] = ()
    after_gross: tuple[Adjustment, ...] = ()

    @property
    def rest(self) -> Decimal:
        """The part of the gross that net (or lines) and VAT do not add up to; 0 if there is neither net nor lines."""
        base = self.net or self.lines
        if base is None or self.gross is None:
            return Decimal(0)
        return self.gross.value - base.value - (self.tax.value if self.tax else 0)

    @property
    def unpaid_rest(self) -> Decimal:
        """The part of the amount due that the gross less the paid amount does not explain."""
        if self.gross is None or self.due is None:
            return Decimal(0)
        return self.due.value - self.gross.value + (abs(self.paid.value) if self.paid else 0)

    @property
    def allowances(self) -> tuple[Adjustment, ...]:
        """The adjustments that reduce the sum of the lines (BG-20); in a credit note with minus signs, raise it."""
        return tuple(adjustment for adjustment in self.adjustments if not self._is_charge(adjustment))

    @property
    def charges(self) -> tuple[Adjustment, ...]:
        """The adjustments that are added to the sum of the lines (BG-21)."""
        return tuple(adjustment for adjustment in self.adjustments if self._is_charge(adjustment))

    def _is_charge(self, adjustment: Adjustment) -> bool:
        return self.lines is not None and (adjustment.amount > 0) == (self.lines.value > 0)
