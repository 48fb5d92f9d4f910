"""Net, VAT, gross, paid and due: chosen together, so that the arithmetic closes. No amount is made up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct, structs

from invoicy.model.vat_rates import rates_of_all_countries
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.adjustments import are_plain, between, changes_in
from invoicy.pages.fields.totals.candidates import AmountCandidate, by_segment, mark_items, rates_of, sums_of
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.from_sentences import read_sentences
from invoicy.pages.fields.totals.settlement import chains, due_of, paid_of, settles

_CENT = Decimal("0.011")
_LEAST_UNIT = Decimal(1)
_BEST = 9
_UNLABELLED = 0.08
_CLEARLY = 0.2
_MOST_RATE = Decimal("0.4")
_FAR = 0.3
_UNNAMED = 0.4
_DOUBTED = 0.5
_NO_MONEY = 0.4
_STARTS, _ENDS = 0.2, 0.5
_COMPUTED = 0.3


class _Known(Struct, frozen=True):
    """Printed rates; sums of printed VAT amounts; what discounts and charges may add."""

    rates: Counter[Decimal]
    mixed: set[Decimal]
    adjustments: set[Decimal]


class _Choice(Struct, frozen=True):
    net: AmountCandidate | None
    tax: AmountCandidate | None
    gross: AmountCandidate
    score: float


def totals_of(pages: AnnotatedPages) -> ChosenTotals:
    rates = rates_of(pages)
    sums = sums_of(pages)
    read_sentences(pages, by_segment(sums), set(rates))
    mark_items(pages, sums)
    adjustments = changes_in(sums)
    choices = sorted(_choices(sums, rates), key=lambda choice: -choice.score)
    if not choices:
        return ChosenTotals()
    best = choices[0]
    rivals = [one for one in choices if abs(one.gross.value) != abs(best.gross.value)]
    margin = best.score - rivals[0].score if rivals else 1.0
    judged = _judged(best, adjustments, rates, margin)
    judged = structs.replace(judged, trust=_trust(best, rivals), rivals=tuple(_distinct(one.gross for one in rivals)))
    return _adjusted(pages, sums, _settled(sums, judged, adjustments))


def _adjusted(pages: AnnotatedPages, sums: list[AmountCandidate], totals: ChosenTotals) -> ChosenTotals:
    """The same with what is printed between the amounts.

    What comes before the VAT belongs to the total without it, also where no VAT is due on it, as often on freight.
    """
    base, gross, due = totals.net or totals.lines, totals.gross, totals.due
    inner = between(pages, sums, base, gross, totals.rest) if base and gross and abs(totals.rest) >= _CENT else ()
    outer = between(pages, sums, gross, due, totals.unpaid_rest) if gross and due and totals.unpaid_rest else ()
    totals = structs.replace(totals, after_gross=outer)
    if totals.lines and gross and inner and are_plain(inner, totals.lines, totals.tax or gross):
        return structs.replace(totals, adjustments=inner)
    if totals.net and totals.tax and totals.closes and inner and are_plain(inner, totals.net, totals.tax):
        return structs.replace(totals, lines=totals.net, net=None, adjustments=inner)
    return structs.replace(_with_lines(pages, sums, totals), between=inner)


def _with_lines(pages: AnnotatedPages, sums: list[AmountCandidate], totals: ChosenTotals) -> ChosenTotals:
    """The sum of the lines as well, where discounts and charges under it lead to the chosen amount without VAT."""
    net = totals.net
    if net is None or not totals.closes:
        return totals
    above = [one for one in sums if one.is_money and one.methods.get("net") == "label row net" and one is not net]
    for lines in sorted(above, key=lambda one: one.segment.key, reverse=True):
        parts = between(pages, sums, lines, net, net.value - lines.value)
        if parts and lines.roles["net"] > _UNNAMED and are_plain(parts, lines, net):
            return structs.replace(totals, lines=lines, adjustments=parts)
    return totals


def _trust(best: _Choice, rivals: list[_Choice]) -> float:
    """Little where another set closes and comes near, where nothing closes and another label is as good, or none is."""
    if _is_closed(best) and not _is_named(best):
        return _DOUBTED
    near = (one for one in rivals if one.score >= best.score - _FAR)
    return _DOUBTED if any(_is_closed(one) or not _is_closed(best) for one in near) else 1.0


def _is_named(choice: _Choice) -> bool:
    """A label says of one of the amounts what it is; other sums close as well, as work done before and now."""
    parts = ((choice.net, "net"), (choice.tax, "tax"), (choice.gross, "gross"), (choice.gross, "due"))
    return any(one is not None and one.roles.get(role, 0.0) > _UNNAMED for one, role in parts)


def _is_closed(choice: _Choice) -> bool:
    net, tax = choice.net, choice.tax
    return net is not None and tax is not None and _closes(net.value + tax.value, choice.gross.value)


def _judged(best: _Choice, adjustments: set[Decimal], rates: Counter[Decimal], margin: float) -> ChosenTotals:
    """The chosen amounts with whether they close.

    A sum of lines that discounts and charges follow is no amount without VAT, unless the VAT is a rate of it: then
    what follows is withheld or added after the VAT. Less than one unit of money is rounded off.
    """
    net, tax, gross = best.net, best.tax, best.gross
    if net is None:
        return ChosenTotals(None, net, tax, gross, score=best.score, margin=margin)
    rest = gross.value - net.value - (tax.value if tax else 0)
    if abs(rest) >= _CENT and rest in adjustments:
        if tax is not None and abs(rest) < _LEAST_UNIT:
            return ChosenTotals(None, net, tax, gross, closes=True, score=best.score, margin=margin)
        if tax is not None and _is_rate(tax.value, net.value, rates):
            return ChosenTotals(None, net, tax, gross, closes=True, score=best.score, margin=margin)
        return ChosenTotals(net, None, tax, gross, closes=True if tax else None, score=best.score, margin=margin)
    if tax is None:
        return ChosenTotals(None, net, tax, gross, score=best.score, margin=margin)
    return ChosenTotals(None, net, tax, gross, closes=abs(rest) < _CENT, score=best.score, margin=margin)


def _choices(sums: list[AmountCandidate], rates: Counter[Decimal]) -> Iterator[_Choice]:
    counts = Counter(one.value for one in sums)
    money = [one for one in sums if one.is_money]
    most = max((abs(one.value) for one in money or sums), default=Decimal(0))
    nets, taxes = _with_sums(sums, "net"), _with_sums(sums, "tax")
    known = _Known(rates, {tax.value for tax in taxes if tax.parts}, changes_in(sums))
    starts, ends = chains(sums)
    for gross in _grosses(sums, money):
        base = _gross_score(gross, counts, most)
        base += _STARTS * (gross.value in starts) - _ENDS * (gross.value in ends)
        for net in (None, *nets, *_unlabelled_nets(gross, sums, taxes)):
            for tax in (None, *taxes, *_unlabelled_taxes(gross, net, sums, rates)):
                if net is not gross or net is None:
                    yield _Choice(net, tax, gross, base + _fit(net, tax, gross, known))


def _ranked(sums: Iterable[AmountCandidate], role: str) -> list[AmountCandidate]:
    return _distinct(_labelled(sums, role))[:_BEST]


def _labelled(sums: Iterable[AmountCandidate], role: str) -> list[AmountCandidate]:
    """The best first; what is called a discount, a charge or a payment is not the VAT or the amount without it."""
    found = (one for one in sums if one.roles.get(role, 0.0) > 0.1 and not _is_other(one, role))
    return sorted(found, key=lambda one: -one.roles[role])


def _is_other(one: AmountCandidate, role: str) -> bool:
    other = max(one.roles.get("other_amount", 0.0), one.roles.get("paid", 0.0))
    return role in ("net", "tax") and other > one.roles[role] + _CLEARLY


def _distinct(found: Iterable[AmountCandidate]) -> list[AmountCandidate]:
    """The best of each value."""
    best: dict[Decimal, AmountCandidate] = {}
    for one in found:
        best.setdefault(one.value, one)
    return list(best.values())


def _with_sums(sums: list[AmountCandidate], role: str) -> list[AmountCandidate]:
    """Also what two to four labelled amounts make together: VAT by rate, CGST and SGST, which are the same."""
    found = _ranked(sums, role)
    strong = _leading([one for one in _labelled(sums, role) if _is_strong(one, role)], role)[:6]
    strong.sort(key=lambda one: (one.segment.page, one.segment.row))
    runs = (tuple(strong[start : start + size]) for size in (2, 3, 4) for start in range(len(strong) - size + 1))
    added = (_added(parts, role) for parts in runs if _differ(parts))
    return _distinct([*found, *sorted(added, key=lambda one: -one.roles[role])])


def _leading(strong: list[AmountCandidate], role: str) -> list[AmountCandidate]:
    """VAT 23 % on 240.10: 55.22 - in one row the amount at its end says more than the one it is taken of."""
    best: dict[tuple[int, int], float] = {}
    for one in strong:
        row = one.segment.page, one.segment.row
        best[row] = max(best.get(row, 0.0), one.roles[role])
    return [one for one in strong if one.roles[role] > best[one.segment.page, one.segment.row] - _CLEARLY]


def _is_strong(one: AmountCandidate, role: str) -> bool:
    score = one.roles[role]
    return score > 0.3 and (one.is_money or score > 0.7)


def _differ(parts: tuple[AmountCandidate, ...]) -> bool:
    rows = {(one.segment.page, one.segment.row) for one in parts}
    return len(rows) == len(parts) and all(one.value for one in parts)


def _added(parts: tuple[AmountCandidate, ...], role: str) -> AmountCandidate:
    total = sum((one.value for one in parts), Decimal(0))
    score = min(one.roles[role] for one in parts) - 0.12 * (len(parts) - 1)
    last = max(parts, key=lambda one: (one.segment.page, one.segment.row))
    return AmountCandidate(total, last.segment, last.amount, {role: score}, {role: "sum of printed amounts"}, parts)


def _grosses(sums: list[AmountCandidate], money: list[AmountCandidate]) -> list[AmountCandidate]:
    """Labelled as gross or due; the largest amount where nothing is."""
    scored = [one for one in sums if max(one.roles.get("gross", 0.0), one.roles.get("due", 0.0)) > 0.1]
    ranked = sorted(scored, key=lambda one: -max(one.roles.get("gross", 0.0), 0.85 * one.roles.get("due", 0.0)))
    return _distinct(ranked)[: _BEST + 3] or sorted(money, key=lambda one: -abs(one.value))[:1]


def _gross_score(gross: AmountCandidate, counts: Counter[Decimal], most: Decimal) -> float:
    label = max(gross.roles.get("gross", 0.0), 0.85 * gross.roles.get("due", 0.0))
    low = 0.03 * min(gross.segment.page, 3) + 0.1 * min(gross.segment.row, 60) / 60
    return (
        label
        + 0.05 * min(counts[gross.value] - 1, 3)
        + (0.2 if abs(gross.value) == most else 0.0)
        + (0.05 if any(word.bold for word in gross.words) else 0.0)
        + (0.0 if gross.is_money else -0.05)
        + (-0.25 if gross.value == 0 else 0.0)
        + low
    )


def _unlabelled_nets(
    gross: AmountCandidate, sums: list[AmountCandidate], taxes: list[AmountCandidate]
) -> Iterator[AmountCandidate]:
    """Amounts that make the gross together with a labelled VAT amount."""
    wanted = {gross.value - tax.value for tax in taxes if tax.value}
    yield from (one for one in sums if one.value in wanted and "net" not in one.roles and one.value != gross.value)
    if any(not tax.value for tax in taxes):
        before = (one for one in sums if one.value == gross.value and one.segment.key < gross.segment.key)
        yield from [one for one in before if "net" not in one.roles and one.is_money][-1:]


def _unlabelled_taxes(
    gross: AmountCandidate, net: AmountCandidate | None, sums: list[AmountCandidate], rates: Counter[Decimal]
) -> Iterator[AmountCandidate]:
    """The amount that is missing between net and gross, where it is a printed rate of the net."""
    if net is None or net.value == gross.value or not _is_rate(gross.value - net.value, net.value, rates):
        return
    wanted = gross.value - net.value
    yield from [one for one in sums if one.value == wanted and "tax" not in one.roles and not _is_charge(one)][:2]


def _is_charge(one: AmountCandidate) -> bool:
    return one.roles.get("other_amount", 0.0) > 0.4


def _fit(net: AmountCandidate | None, tax: AmountCandidate | None, gross: AmountCandidate, known: _Known) -> float:
    score = (net.roles.get("net", _UNLABELLED) if net else 0.0) + (tax.roles.get("tax", _UNLABELLED) if tax else 0.0)
    score -= _NO_MONEY * sum(1 for one in (net, tax) if one and gross.is_money and not one.is_money)
    if net and tax:
        return score + _closure(net, tax, gross, known)
    if net:
        rest = gross.value - net.value
        return score * 0.8 + (0.1 if not rest or _is_rate(rest, net.value, rates_of_all_countries()) else -0.5)
    if tax:
        rest = gross.value - tax.value
        plausible = rest and (
            _is_rate(tax.value, rest, known.rates) or _is_rate(tax.value, rest, rates_of_all_countries())
        )
        return score * 0.7 + (0.2 if plausible or not tax.value else -0.35)
    return 0.0


def _closure(net: AmountCandidate, tax: AmountCandidate, gross: AmountCandidate, known: _Known) -> float:
    if abs(tax.value) > _MOST_RATE * abs(net.value):
        return -1.5
    if not _closes(net.value + tax.value, gross.value):
        return 0.3 if _is_adjusted(net, tax, gross, known) else -0.9
    if not tax.value:
        return 0.45
    labelled = ("net" in net.roles) + ("tax" in tax.roles)
    bonus = 0.35 if _is_rate(tax.value, net.value, known.rates) else 0.0
    if tax.value in known.mixed and not tax.parts:
        bonus = 0.55
    weak = max(gross.roles.get("gross", 0.0), gross.roles.get("due", 0.0)) < 0.5
    return ((0.8 if labelled else 0.4) + bonus) * (0.35 if weak else 1.0)


def _is_adjusted(net: AmountCandidate, tax: AmountCandidate, gross: AmountCandidate, known: _Known) -> bool:
    """Printed discounts or charges stand between the sum of the lines, the VAT and the gross."""
    if not tax.value or gross.value - net.value - tax.value not in known.adjustments:
        return False
    labelled = net.roles.get("net", 0.0) > 0.7 and tax.roles.get("tax", 0.0) > 0.6
    return labelled or _is_rate(tax.value, gross.value - tax.value, known.rates)


def _closes(left: Decimal, right: Decimal) -> bool:
    return abs(left - right) < _CENT


def _is_rate(tax: Decimal, net: Decimal, rates: Iterable[Decimal]) -> bool:
    """The VAT is one of the percentages of the net, to the cent."""
    if not net or abs(tax) > _MOST_RATE * abs(net):
        return False
    return any(rate and abs(net * rate / 100 - tax) <= Decimal("0.02") for rate in rates)


def _settled(sums: list[AmountCandidate], totals: ChosenTotals, adjustments: set[Decimal]) -> ChosenTotals:
    """The totals with the amounts paid and due, chosen against the gross."""
    assert totals.gross is not None  # noqa: S101  the caller has chosen it
    gross = totals.gross.value
    paid = [None, *paid_of(totals.gross, _ranked(sums, "paid"))]
    due = [None, *due_of(totals.gross, _ranked(sums, "due"), sums)]
    printed = adjustments | {sign * one.value for one in sums if one.is_money for sign in (1, -1)}
    scored = [
        (_settlement(gross, one, other, (adjustments, printed)) + _repeated(sums, other), index, one, other)
        for index, (one, other) in enumerate((p, d) for p in paid for d in due)
    ]
    score, _, best_paid, best_due = max(scored, key=lambda entry: (entry[0], -entry[1]))
    settled = None
    if best_due is not None:
        rest = gross - abs(best_paid.value) if best_paid else gross
        settled = _closes(rest, best_due.value) or best_due.value - rest in adjustments
        settled = settled or settles(totals.gross, best_due, sums)
    if best_due is None and best_paid is None:
        best_due = totals.gross
    return structs.replace(totals, due=best_due, paid=best_paid, settles=settled, score=totals.score + score)


def _same_sign(one: Decimal, other: Decimal) -> bool:
    return one * other > 0 and abs(one) < abs(other)


def _repeated(sums: list[AmountCandidate], due: AmountCandidate | None) -> float:
    """A bonus for an amount due that is said again: over the slip, in the sentence that asks for it."""
    if due is None:
        return 0.0
    return 0.05 * min(2, sum(1 for one in sums if one.value == due.value and one.roles.get("due", 0.0) > 0.4) - 1)


def _settlement(
    gross: Decimal,
    paid: AmountCandidate | None,
    due: AmountCandidate | None,
    printed: tuple[set[Decimal], set[Decimal]],
) -> float:
    """printed: what discounts and charges may add; all amounts, one of which may be what was paid."""
    adjustments, amounts = printed
    score = (paid.roles["paid"] if paid else 0.0) * 0.6 + (due.roles.get("due", _COMPUTED) if due else 0.0)
    if due is None:
        return score - (0.5 if paid else 0.0)
    rest = gross - abs(paid.value) if paid else gross
    if _closes(rest, due.value):
        return score + (0.4 if paid else 0.3)
    if due.value - rest in adjustments:
        return score + 0.25
    if (
        paid is None
        and due.value - rest in amounts
        and due.roles.get("due", 0.0) > 0.9
        and _same_sign(due.value, gross)
    ):
        return score
    return score - (0.9 if paid else 0.6)
