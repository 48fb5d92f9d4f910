"""The texts of a page, ready for a template."""

from datetime import timedelta
from decimal import Decimal

import msgspec

from bench.synthetic.chance import Chance
from bench.synthetic.display import Display
from bench.synthetic.facts import Facts
from bench.synthetic.figures import dated
from bench.synthetic.kinds import style
from bench.synthetic.parties import Party
from bench.synthetic.rows import lines_table, percent, sign, total_rows, vat_table
from bench.synthetic.sums import HUNDRED, rounded
from bench.synthetic.tables import Pair, Table, Total
from bench.synthetic.wording import Wording

EARLY_DAYS, EARLY_PERCENT = 8, Decimal(2)


class Look(msgspec.Struct, frozen=True):
    """Type and colour."""

    font: str
    size: str
    accent: str
    suffix: str
    rules: str
    bold_labels: bool
    upper: bool
    paper: str


class SellerSheet(msgspec.Struct, frozen=True):
    """The seller's texts; `head` is the name on the letterhead, `name` the full one."""

    head: str
    name: str
    address: tuple[str, ...]
    ids: tuple[Pair, ...]
    contact: tuple[Pair, ...]
    bank: tuple[Pair, ...]
    legal: tuple[Pair, ...]


class PartySheet(msgspec.Struct, frozen=True):
    """A party's label, its lines as on an envelope and its ids."""

    label: str
    lines: tuple[str, ...]
    ids: tuple[Pair, ...] = ()


class Sheet(msgspec.Struct, frozen=True):
    """Everything that a template prints; it prints all of it, and nothing else."""

    look: Look
    title: str
    opening: str
    opened: tuple[str, str]
    intro: str
    page: str
    summary: str
    seller_label: str
    seller: SellerSheet
    buyer: PartySheet
    ship: PartySheet | None
    meta: tuple[Pair, ...]
    table: Table
    totals: tuple[Total, ...]
    vat: Table | None
    due: Pair
    sum_sentence: str
    notes: tuple[str, ...]


def draw_look(chance: Chance, country: str) -> Look:
    choices = style()
    return Look(
        font=chance.pick(choices.fonts),
        size=chance.pick(choices.sizes),
        accent=chance.pick(choices.accents),
        suffix=chance.pick(choices.suffixes),
        rules=chance.pick(choices.rules),
        bold_labels=chance.maybe(0.4),
        upper=chance.maybe(0.15),
        paper="us-letter" if country == "US" else "a4",
    )


def draw_sheet(chance: Chance, facts: Facts, display: Display) -> tuple[Sheet, bool]:
    """The page's texts, and whether the label of a tax row names the taxed amount."""
    words = Wording(chance, facts, bilingual=display.bilingual)
    money, title = display.totals_money, words("credit_title" if facts.credit else "title")
    issued = dated(facts.issued, display.date_pattern, facts.language)
    rows = () if display.sum_sentence else total_rows(facts, display, words)
    due = next((Pair(r.label, r.value) for r in reversed(rows) if r.kind in {"due", "gross"}), Pair("", ""))
    gross, tax = (money.write(sign(facts, display) * value) for value in (facts.sums.gross, facts.sums.tax))
    sentence = words("sum_sentence" if facts.sums.tax else "sum_only", gross=gross, tax_total=tax)
    sheet = Sheet(
        look=draw_look(chance, facts.seller.country),
        title=title,
        opening=words("opening", title=title, number=facts.number, date=issued),
        opened=(facts.number, issued),
        intro=words("intro"),
        page=words("page", p="{p}", n="{n}"),
        summary=words("summary"),
        seller_label=words("seller"),
        seller=seller_sheet(chance, facts, display, words),
        buyer=buyer_sheet(facts, display, words),
        ship=ship_sheet(facts, display, words),
        meta=meta_pairs(chance, facts, display, words),
        table=lines_table(facts, display, words),
        totals=rows,
        vat=vat_table(facts, display, words) if display.vat_table else None,
        due=due,
        sum_sentence=sentence if display.sum_sentence else "",
        notes=notes(facts, display, words),
    )
    return sheet, words.has_place("vat", "base")


def seller_sheet(chance: Chance, facts: Facts, display: Display, words: Wording) -> SellerSheet:
    """The seller with ids, contact and bank as far as they are printed."""
    party, account = facts.seller, facts.account
    ids = [Pair(words("vat_id"), party.tax_id.printed)] if display.seller_id else []
    ids += [Pair(words("tax_no"), party.tax_no)] if display.seller_number else []
    contact = (
        Pair(words("phone"), party.phone),
        Pair(words("email"), party.email),
        Pair(words("website"), party.web),
    )
    bank = [Pair(words("bank"), account.bank)]
    if display.iban:
        number = account.iban
        spaced = " ".join(number[i : i + 4] for i in range(0, len(number), 4)) if display.iban_spaced else number
        bank += [Pair("IBAN", spaced), Pair(chance.pick(("BIC", "SWIFT", "BIC/SWIFT")), account.bic)]
    bank += [Pair(label, number) for label, number in account.local]
    return SellerSheet(
        head=party.short if display.short_name else party.name,
        name=party.name,
        address=party.address,
        ids=tuple(ids),
        contact=contact[: chance.pick((1, 2, 3, 3))],
        bank=tuple(bank) if display.iban or account.local else (),
        legal=(Pair(words("director"), party.person),) if chance.maybe(0.4) else (),
    )


def envelope(party: Party, facts: Facts, display: Display) -> tuple[str, ...]:
    """The lines of an address window."""
    person = party.name == party.person
    second = () if person or not display.person else (party.division if len(party.division) % 2 else party.person,)
    land = (country_name(facts, party),) if display.country else ()
    return (party.name, *second, *party.address, *land)


def country_name(facts: Facts, party: Party) -> str:
    """The country in the language of the invoice."""
    from babel import Locale  # some 20 ms that a run without foreign buyers does not need

    name: str = Locale.parse(facts.language.replace("-", "_")).territories[party.country]
    return name


def buyer_sheet(facts: Facts, display: Display, words: Wording) -> PartySheet:
    ids = (Pair(words("buyer_vat"), facts.buyer.tax_id.printed),) if display.buyer_id else ()
    return PartySheet(words("bill_to"), envelope(facts.buyer, facts, display), ids)


def ship_sheet(facts: Facts, display: Display, words: Wording) -> PartySheet | None:
    if not display.ship:
        return None
    name = facts.buyer.name if facts.days % 3 else facts.recipient.name
    return PartySheet(words("ship_to"), (name, *facts.recipient.address))


def meta_pairs(chance: Chance, facts: Facts, display: Display, words: Wording) -> tuple[Pair, ...]:
    """Number, dates and references, in the usual order or, at times, in any."""

    def day(offset: int) -> str:
        return dated(facts.issued + timedelta(days=offset), display.date_pattern, facts.language)

    pairs = [Pair(words("number"), facts.number), Pair(words("date"), day(0))]
    pairs += [Pair(words("credit_ref"), facts.original)] if facts.credit else []
    pairs += [Pair(words(n), value) for n, value in facts.references.items() if n in display.references and n != "sku"]
    back = (facts.delivered - facts.issued).days
    if "stay" in facts.kind.goods:
        pairs += [Pair(words("arrival"), day(back - 3)), Pair(words("departure"), day(back))]
        pairs += [Pair(words("room"), str(100 + facts.days * 3))]
    elif "usage" in facts.kind.goods:
        pairs += [Pair(words("period"), f"{day(-31)} - {day(-1)}")]
    elif display.delivered:
        pairs += [Pair(words("delivery_date"), day(back))]
    if display.due_date and display.due_in_meta:
        pairs.append(Pair(words("due"), day(facts.days)))
    if display.person:
        pairs.append(Pair(words("contact"), facts.seller.person))
    if chance.maybe(0.15):
        chance.shuffle(pairs)
    return tuple(pairs)


def early_payment(facts: Facts, display: Display, words: Wording) -> str:
    """The discount for an early payer: a date and an amount that are not those of the invoice."""
    day = dated(facts.issued + timedelta(days=EARLY_DAYS), display.date_pattern, facts.language)
    amount = rounded(facts.sums.due * (1 - EARLY_PERCENT / HUNDRED), facts.terms.decimals)
    return words("early", pct=percent(EARLY_PERCENT, display), date=day, amount=display.totals_money.write(amount))


def notes(facts: Facts, display: Display, words: Wording) -> tuple[str, ...]:
    """The sentences below the totals."""
    due = dated(facts.due, display.date_pattern, facts.language)
    amount = display.totals_money.write(sign(facts, display) * facts.sums.due)
    sentences = [f"{words('terms')}: {words('days', days=str(facts.days))}"] if display.terms else []
    sentences += [early_payment(facts, display, words)] if display.early else []
    sentences += [words("pay_by", amount=amount, date=due)] if display.pay_sentence else []
    sentences += [words(facts.taxing)] if facts.taxing in {"reverse", "exempt"} else []
    sentences += [words("incl")] if facts.terms.gross_prices else []
    return (*sentences, words("thanks"))
