"""The amounts chosen as the totals of an invoice, and what is printed between them."""

from decimal import Decimal

from msgspec import Struct

from invoicy.pages.fields.totals.adjustments import Adjustment
from invoicy.pages.fields.totals.candidates import AmountCandidate


class ChosenTotals(Struct, frozen=True):
    """The chosen amounts. closes: net and VAT make gross as printed; None where there are not all three.

    taxes: the VAT amounts that make up tax, where it is more than one. score: what spoke for the choice.
    trust: how far to believe a gross that another set of amounts comes near to; 1 where none does.
    rivals: other amounts that the gross may be, the likeliest first.
    adjustments: discounts and charges that lead from lines to net, or where there is no net to gross. between: other
    amounts between lines or net, tax and gross that make up what these leave; after_gross: likewise up to due.
    """

    lines: AmountCandidate | None = None
    net: AmountCandidate | None = None
    tax: AmountCandidate | None = None
    gross: AmountCandidate | None = None
    due: AmountCandidate | None = None
    paid: AmountCandidate | None = None
    closes: bool | None = None
    settles: bool | None = None
    score: float = 0.0
    margin: float = 0.0
    trust: float = 1.0
    rivals: tuple[AmountCandidate, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    between: tuple[Adjustment, ...] = ()
    after_gross: tuple[Adjustment, ...] = ()

    @property
    def rest(self) -> Decimal:
        """The part of the gross that lines or net and tax do not make up; nothing where neither is there."""
        base = self.net or self.lines
        if base is None or self.gross is None:
            return Decimal(0)
        return self.gross.value - base.value - (self.tax.value if self.tax else 0)

    @property
    def unpaid_rest(self) -> Decimal:
        """The part of the amount due that gross and paid do not make up."""
        if self.gross is None or self.due is None:
            return Decimal(0)
        return self.due.value - self.gross.value + (abs(self.paid.value) if self.paid else 0)

    @property
    def allowances(self) -> tuple[Adjustment, ...]:
        """The adjustments that make the sum of the lines smaller; in a credit note with minus signs, less negative."""
        return tuple(each for each in self.adjustments if not self._is_charge(each))

    @property
    def charges(self) -> tuple[Adjustment, ...]:
        return tuple(each for each in self.adjustments if self._is_charge(each))

    def _is_charge(self, adjustment: Adjustment) -> bool:
        return self.lines is not None and (adjustment.amount > 0) == (self.lines.value > 0)
