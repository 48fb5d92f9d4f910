"""The rows of a page's tables: lines, totals, tax by rate."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from bench.synthetic.display import Display
from bench.synthetic.facts import Facts
from bench.synthetic.figures import dated, written
from bench.synthetic.sums import Group, Line
from bench.synthetic.tables import Chunk, Pair, Table, Total
from bench.synthetic.wording import Wording

PER_PAGE = 22
PLACES = {"description": "wide", "pos": "start", "sku": "start", "unit": "start", "line_date": "start"}


def sign(facts: Facts, display: Display) -> int:
    """-1 where a credit note's amounts are printed negative."""
    return -1 if facts.credit and display.minus else 1


def percent(value: Decimal, display: Display) -> str:
    """A rate as the page writes it."""
    plain = Decimal(f"{value:f}".rstrip("0").rstrip(".")) if value % 1 else Decimal(int(value))
    return display.percent.format(written(plain, display.totals_money.numbers))


def columns_of(facts: Facts, display: Display) -> tuple[str, ...]:
    return ("line_date", *display.columns) if facts.kind.dated else display.columns


def lines_table(facts: Facts, display: Display, words: Wording) -> Table:
    """The lines under their heads."""
    columns = columns_of(facts, display)
    heads = tuple(head(c, facts, display, words) for c in columns)
    rows = tuple(cells(i, line, columns, facts, display) for i, line in enumerate(facts.lines))
    places = tuple(PLACES.get(c, "end") for c in columns)
    return Table(heads, places, tuple(chunks(rows, facts, display, words)))


def head(column: str, facts: Facts, display: Display, words: Wording) -> str:
    """The head of a column; that of the amounts contains the currency if it is printed nowhere else."""
    text = words(column)
    return f"{text} {facts.country.currency}" if column == "amount" and display.currency_in_heads else text


def cells(index: int, line: Line, columns: tuple[str, ...], facts: Facts, display: Display) -> tuple[str, ...]:
    """The texts of one line; a detail is printed under the description."""
    money, factor = display.lines_money, sign(facts, display)
    night = facts.delivered - timedelta(days=max(0, len(facts.lines) - index))
    texts = {
        "pos": str(index + 1),
        "sku": line.code,
        "description": "\n".join(t for t in (line.description, line.detail) if t),
        "quantity": written(line.quantity, money.numbers),
        "unit": line.unit,
        "unit_price": money.write(line.price),
        "rate": percent(line.rate, display),
        "amount": money.write(factor * line.amount),
        "line_date": dated(night, display.date_pattern, facts.language),
    }
    return tuple(texts[c] for c in columns)


def chunks(rows: tuple[tuple[str, ...], ...], facts: Facts, display: Display, words: Wording) -> Iterator[Chunk]:
    """The rows page by page if sums are carried forward, else together."""
    if not facts.kind.carry:
        yield Chunk(rows)
        return
    money, factor = display.lines_money, sign(facts, display)
    for start in range(0, len(rows), PER_PAGE):
        end = start + PER_PAGE
        before, after = (factor * sum((n.amount for n in facts.lines[:i]), Decimal(0)) for i in (start, end))
        brought = Pair(words("brought"), money.write(before)) if start else None
        carried = Pair(words("carried"), money.write(after)) if end < len(rows) else None
        yield Chunk(rows[start:end], brought, carried)


def total_rows(facts: Facts, display: Display, words: Wording) -> tuple[Total, ...]:
    """The totals from the subtotal to the amount due; invoices priced with tax name the tax after the total."""
    above = tuple(net_rows(facts, display, words))
    taxes = tuple(tax_rows(facts, display, words)) if display.tax else ()
    below = tuple(gross_rows(facts, display, words))
    if not facts.terms.gross_prices:
        return (*above, *taxes, *below)
    return (*below[:1], *above, *taxes, *below[1:])


def net_rows(facts: Facts, display: Display, words: Wording) -> Iterator[Total]:
    """Subtotal, discount, shipping, net."""
    sums, write, factor = facts.sums, display.totals_money.write, sign(facts, display)
    changed = bool(sums.discount or sums.shipping)
    if changed:
        yield Total(words("subtotal"), write(factor * sums.subtotal), "part")
    if sums.discount:
        label = words("discount", pct=percent(facts.terms.discount, display))
        yield Total(label, write(-factor * sums.discount), "part")
    if sums.shipping:
        yield Total(words("shipping"), write(factor * sums.shipping), "part")
    if display.net:
        plain = display.subtotal_as_net and not changed and not facts.terms.gross_prices
        yield Total(words("subtotal" if plain else "net"), write(factor * sums.net), "net")


def tax_rows(facts: Facts, display: Display, words: Wording) -> Iterator[Total]:
    """The tax of each rate, and their sum if it is printed."""
    write, factor = display.totals_money.write, sign(facts, display)
    for group in facts.sums.groups:
        for name, share in tax_shares(facts):
            base, rate = write(factor * group.base), percent(group.rate * share, display)
            label = words("vat", rate=rate, base=base, **name)
            yield Total(label, write(factor * group.tax * share), "tax")
    if display.tax_total:
        yield Total(words("tax_total"), write(factor * facts.sums.tax), "tax")


def tax_shares(facts: Facts) -> list[tuple[dict[str, str], Decimal]]:
    """The taxes that make up a rate: India's two halves within a state, one tax elsewhere."""
    if not facts.terms.halves:
        return [({}, Decimal(1))]
    if facts.interstate:
        return [({"tax": "IGST"}, Decimal(1))]
    return [({"tax": "CGST"}, Decimal("0.5")), ({"tax": "SGST"}, Decimal("0.5"))]


def gross_rows(facts: Facts, display: Display, words: Wording) -> Iterator[Total]:
    """The total, the amount paid and the amount due."""
    sums, write, factor = facts.sums, display.totals_money.write, sign(facts, display)
    end = f" {facts.country.currency}" if display.currency_in_heads else ""
    if not display.only_due:
        yield Total(words("gross") + end, write(factor * sums.gross), "gross")
    if sums.rounding:
        yield Total(words("rounding"), write(factor * sums.rounding), "part")
    if sums.balance:
        yield Total(words("balance"), write(factor * sums.balance), "part")
    if sums.prepaid:
        minus = -1 if display.prepaid_minus else 1
        yield Total(words("prepaid"), write(minus * factor * sums.prepaid), "part")
    if display.due:
        yield Total(words("amount_due") + end, write(factor * sums.due), "due")


def vat_table(facts: Facts, display: Display, words: Wording) -> Table:
    """Tax by rate: rate, base, tax and, last, both together."""
    heads = tuple(words(c) for c in ("rate", "base", "tax_col", "gross_col"))
    rows = [vat_row(percent(g.rate, display), g, facts, display) for g in facts.sums.groups]
    if display.vat_sums:
        whole = Group(Decimal(0), facts.sums.net, facts.sums.tax)
        rows.append(vat_row("", whole, facts, display))
    return Table(heads, ("start", "end", "end", "end"), (Chunk(tuple(rows)),))


def vat_row(name: str, group: Group, facts: Facts, display: Display) -> tuple[str, ...]:
    money, factor = display.lines_money, sign(facts, display)
    return (name, *(money.write(factor * v) for v in (group.base, group.tax, group.base + group.tax)))
