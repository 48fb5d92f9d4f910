"""The facts as they are printed on the page."""

import msgspec

from bench.synthetic.chance import Chance
from bench.synthetic.facts import Facts
from bench.synthetic.figures import MoneyStyle, Place, number_style
from bench.synthetic.kinds import locales, style

COLUMNS = ("pos", "sku", "description", "quantity", "unit", "unit_price", "rate", "amount")

NARROW = (
    ("description", "amount"),
    ("quantity", "description", "amount"),
    ("description", "quantity", "unit_price", "amount"),
)


class Display(msgspec.Struct, frozen=True):
    """A flag for each thing that may be printed; `only_due`: the total appears once, as the amount due."""

    due_date: bool
    due_in_meta: bool
    terms: bool
    early: bool
    references: frozenset[str]
    delivered: bool
    seller_id: bool
    seller_number: bool
    buyer_id: bool
    iban: bool
    iban_spaced: bool
    short_name: bool
    person: bool
    ship: bool
    country: bool
    columns: tuple[str, ...]
    net: bool
    subtotal_as_net: bool
    tax: bool
    tax_total: bool
    due: bool
    only_due: bool
    vat_table: bool
    vat_sums: bool
    sum_sentence: bool
    pay_sentence: bool
    minus: bool
    bilingual: bool
    date_pattern: str
    totals_money: MoneyStyle
    lines_money: MoneyStyle
    percent: str
    currency_in_heads: bool
    prepaid_minus: bool

    @property
    def currency(self) -> bool:
        return self.currency_in_heads or self.totals_money.currency_shown


def draw_display(chance: Chance, facts: Facts) -> Display:
    """The contents of this page."""
    kind, sums = facts.kind, facts.sums
    sentence = kind.totals == "sentence"
    money = draw_money(chance, facts)
    many = len(sums.groups) > 1
    taxed = sums.tax != 0
    bare = chance.maybe(0.1) or facts.taxing == "none"
    extra = bool(sums.prepaid or sums.rounding or sums.balance)
    due = not sentence and (extra or kind.due_box or chance.maybe(0.3))
    vat_table = not sentence and facts.country.tax_system == "vat" and chance.maybe(kind.vat_table)
    date = chance.maybe(0.62)
    pay = date and (sentence or chance.maybe(0.25))
    return Display(
        due_date=date,
        due_in_meta=not pay or chance.maybe(0.5),
        terms=chance.maybe(0.3) if date else chance.maybe(0.7),
        early=not facts.credit and facts.sums.due > 0 and chance.maybe(0.1),
        references=frozenset(n for n in facts.references if chance.maybe(0.4)),
        delivered=chance.maybe(0.35),
        seller_id=chance.maybe(0.88),
        seller_number=chance.maybe(0.4),
        buyer_id=facts.taxing == "reverse" or (chance.maybe(0.35) and facts.buyer.name != facts.buyer.person),
        iban=bool(facts.account.iban) and chance.maybe(0.72),
        iban_spaced=chance.maybe(0.75),
        short_name=chance.maybe(0.35),
        person=chance.maybe(0.3),
        ship=chance.maybe(kind.ship),
        country=facts.buyer.country != facts.seller.country or chance.maybe(0.15),
        columns=draw_columns(chance, facts),
        net=sums.discount != 0 or sums.shipping != 0 or not bare,
        subtotal_as_net=chance.maybe(0.3),
        tax=not bare and (taxed or chance.maybe(0.3)),
        tax_total=taxed and not bare and (many or facts.terms.halves) and chance.maybe(0.6),
        due=due,
        only_due=due and not extra and not vat_table and chance.maybe(0.35),
        vat_table=vat_table,
        vat_sums=vat_table and chance.maybe(0.6),
        sum_sentence=sentence,
        pay_sentence=pay,
        minus=facts.credit and chance.maybe(0.5),
        bilingual=not facts.language.startswith("en") and chance.maybe(0.08),
        date_pattern=draw_pattern(chance, facts),
        totals_money=money,
        lines_money=money if chance.maybe(0.4) else money.without_currency(),
        percent=chance.pick(style().percents),
        currency_in_heads=money.place == "none" and chance.maybe(0.6),
        prepaid_minus=chance.maybe(0.6),
    )


def draw_money(chance: Chance, facts: Facts) -> MoneyStyle:
    """The form of amounts: that of the country, or often the English one in an English invoice from elsewhere."""
    locale, country = locales()[facts.locale], facts.country
    numbers = number_style(chance.pick(locale.numbers))
    if facts.language != facts.locale and chance.maybe(0.6):
        numbers = number_style(",|.")
    place = chance.pick(locale.money)
    decimals = facts.terms.decimals
    looks = style()
    return MoneyStyle(
        numbers=numbers,
        place=msgspec.convert(place, Place),
        sign=chance.pick(country.signs),
        code=country.currency,
        decimals=decimals,
        gap=chance.pick(looks.gaps_after if place.endswith("after") else looks.gaps_before),
        negative=chance.pick(looks.negatives),
    )


def draw_pattern(chance: Chance, facts: Facts) -> str:
    """The form of dates."""
    tag = "en-GB" if facts.language == "en" else facts.locale
    return chance.pick(locales()[tag].dates)


def draw_columns(chance: Chance, facts: Facts) -> tuple[str, ...]:
    """The columns of the lines."""
    if chance.maybe(facts.kind.short):
        return ("description", "amount")
    if facts.kind.narrow:
        return chance.pick(NARROW)
    shares = {"pos": 0.4, "sku": 0.3, "unit": 0.4, "rate": 0.4 if facts.country.tax_system != "sales" else 0.0}
    chosen = [c for c in COLUMNS if chance.maybe(shares.get(c, 1.0))]
    if chance.maybe(0.2):
        chosen.remove("quantity")
        chosen.insert(0, "quantity")
    return tuple(chosen)
