"""The facts of an invented invoice, before it is put on a page."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

import msgspec

from bench.synthetic.chance import Chance
from bench.synthetic.kinds import Country, Half, Layout, countries, layouts, locales, references, synonyms
from bench.synthetic.parties import Account, Party, draw_account, draw_party
from bench.synthetic.sums import ZERO, Line, Sums, Terms, rounded, settle

Words = dict[str, tuple[str, ...]]
Taxing = Literal["standard", "several", "reverse", "exempt", "none"]
TOP_PRICES = {
    "goods": (60, 400, 400, 3000),
    "service": (90, 300, 3000),
    "stay": (30, 120, 240),
    "usage": (5, 40, 120),
}
MANY_LINES = (24, 48)
FIRST_DAY = date(2018, 1, 3)
DAYS = 3100


class Facts(msgspec.Struct, frozen=True):
    """The facts of an invoice; `language` is that of its texts, `locale` that of its seller."""

    half: Half
    layout: str
    locale: str
    language: str
    credit: bool
    taxing: Taxing
    interstate: bool
    seller: Party
    buyer: Party
    recipient: Party
    account: Account
    number: str
    original: str
    references: dict[str, str]
    issued: date
    delivered: date
    days: int
    lines: tuple[Line, ...]
    terms: Terms
    sums: Sums

    @property
    def country(self) -> Country:
        return countries()[self.seller.country]

    @property
    def kind(self) -> Layout:
        return layouts(self.half)[self.layout]

    @property
    def due(self) -> date:
        return self.issued + timedelta(days=self.days)


def draw_facts(chance: Chance, half: Half, layout: str, locale: str) -> Facts:
    """An invoice of a seller of the locale."""
    kind, home = layouts(half)[layout], locales()[locale].country
    abroad = chance.maybe(0.12) and countries()[home].tax_system == "vat" and home != "BR"
    language = "en" if abroad and chance.maybe(0.7) else locale
    other = chance.pick([c for c in sorted(countries()) if c not in (home, "CH", "BE")]) if abroad else home
    taxing = draw_taxing(chance, countries()[home], abroad=abroad)
    land = countries()[home]
    terms = draw_terms(chance, kind, land, standard_rate(chance, land, taxing))
    several = taxing == "several" and land.tax_system == "vat"
    rates = [Decimal(rate) for rate in land.taxes] if several else [terms.standard]
    lines = draw_lines(chance, kind, synonyms("words", language, half), terms, rates)
    issued = FIRST_DAY + timedelta(days=int(chance.random() * DAYS))
    names = {"y": f"{issued:%Y}", "yy": f"{issued:%y}", "m": f"{issued:%m}"}
    numbers = {what: chance.fill(chance.pick(masks), names) for what, masks in references(half).items()}
    buyer_language = language if not abroad else _spoken(other)
    seller = draw_party(chance, locale, home, half, 0.1)
    return Facts(
        half=half,
        layout=layout,
        locale=locale,
        language=language,
        credit=chance.maybe(0.08),
        taxing=taxing,
        interstate=chance.maybe(0.3),
        seller=seller,
        buyer=draw_party(chance, buyer_language, other, half, 0.0 if abroad else 0.2),
        recipient=draw_party(chance, buyer_language, other, half),
        account=draw_account(chance, seller, half),
        number=numbers.pop("number"),
        original=chance.fill(chance.pick(references(half)["number"]), names),
        references=numbers,
        issued=issued,
        delivered=issued - timedelta(days=chance.pick((0, 1, 2, 5, 9))),
        days=chance.pick((7, 10, 14, 14, 30, 30, 45, 60)),
        lines=lines,
        terms=terms,
        sums=settle(lines, terms),
    )


def _spoken(country: str) -> str:
    return next(tag for tag, locale in locales().items() if locale.country == country)


def draw_taxing(chance: Chance, country: Country, *, abroad: bool) -> Taxing:
    """The taxes of the invoice; most services in the United States have none."""
    if abroad:
        return "reverse"
    if country.tax_system == "sales":
        return chance.pick(("standard", "standard", "none", "exempt"))
    usual: tuple[Taxing, ...] = ("standard",) * 7
    return chance.pick((*usual, "several", "several", "exempt"))


def standard_rate(chance: Chance, country: Country, taxing: Taxing) -> Decimal:
    """The rate of most lines; a state's sales tax is any of those listed."""
    if taxing in {"reverse", "exempt", "none"}:
        return ZERO
    return Decimal(chance.pick(country.taxes) if country.tax_system == "sales" else country.taxes[0])


def draw_lines(chance: Chance, kind: Layout, words: Words, terms: Terms, rates: Sequence[Decimal]) -> tuple[Line, ...]:
    """As many lines as the layout takes."""
    few, many = MANY_LINES if kind.totals == "stack" and not kind.narrow and chance.maybe(0.04) else kind.lines
    count = few + int(chance.random() * (many - few + 1))
    return tuple(draw_line(chance, kind, words, chance.pick(rates), terms.decimals) for _ in range(count))


def draw_terms(chance: Chance, kind: Layout, country: Country, standard: Decimal) -> Terms:
    """The settlement of the lines; prices with tax have neither discount nor shipping."""
    decimals = country.decimals if chance.maybe(0.8) else 2
    gross = country.tax_system == "vat" and standard > 0 and chance.maybe(kind.gross)
    stack = kind.totals == "stack"
    plain = gross or chance.maybe(0.62)
    shipping = rounded(Decimal(str(5 + chance.random() * 40)), decimals)
    return Terms(
        gross_prices=gross,
        decimals=decimals,
        discount=ZERO if plain or chance.maybe(0.4) else chance.pick((Decimal(2), Decimal(5), Decimal(10))),
        shipping=ZERO if plain or chance.maybe(0.5) else shipping,
        rounding=Decimal(country.rounding) if stack and country.rounding and chance.maybe(0.4) else ZERO,
        prepaid=chance.pick((Decimal(20), Decimal(30), Decimal(50))) if stack and chance.maybe(0.14) else ZERO,
        balance=shipping if kind.balance and chance.maybe(0.3) else ZERO,
        halves=country.tax_system == "gst",
        standard=standard,
    )


def draw_line(chance: Chance, kind: Layout, words: Words, rate: Decimal, decimals: int) -> Line:
    """One line; some are dear, so that thousands occur."""
    goods = chance.pick(kind.goods)
    top = chance.pick(TOP_PRICES[goods])
    price = rounded(Decimal(str(3 + chance.random() ** 2 * top)), decimals)
    price = price * 100 if decimals == 0 else price
    broken = goods in {"service", "usage"} and chance.maybe(0.3)
    quantity = (
        Decimal(int(chance.random() * 40) + 1) / 4
        if broken
        else Decimal(chance.pick((1, 1, 2, 3, 4, 5, 8, 10, 12, 25)))
    )
    name = chance.pick(words[goods])
    return Line(
        description=f"{name} {chance.fill(chance.pick(('?-###', '##/##', '??#')))}" if chance.maybe(0.4) else name,
        detail=chance.pick(words["service"]) if chance.maybe(0.15) else "",
        code=chance.fill("##-###"),
        quantity=quantity.quantize(Decimal("0.01")) if broken else quantity,
        unit=chance.pick(words["unit"]),
        price=price,
        rate=rate,
        amount=rounded(quantity * price, decimals),
    )
