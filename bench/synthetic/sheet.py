"""The texts of a page, ready for a template."""

from datetime import timedelta
from decimal import Decimal

import msgspec

from bench.synthetic.chance import Chance
from bench.synthetic.facts import Facts
from bench.synthetic.figures import dated
from bench.synthetic.kinds import style
from bench.synthetic.parties import Party
from bench.synthetic.rows import lines_table, percent, sign, total_rows, vat_table
from bench.synthetic.shown import Shown
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


def draw_sheet(chance: Chance, facts: Facts, shown: Shown) -> tuple[Sheet, bool]:
    """The page's texts, and whether the label of a tax row names the taxed amount."""
    words = Wording(chance, facts, bilingual=shown.bilingual)
    money, title = shown.totals_money, words("credit_title" if facts.credit else "title")
    issued = dated(facts.issued, shown.date_pattern, facts.language)
    rows = () if shown.sum_sentence else total_rows(facts, shown, words)
    due = next((Pair(r.label, r.value) for r in reversed(rows) if r.kind in {"due", "gross"}), Pair("", ""))
    gross, tax = (money.write(sign(facts, shown) * value) for value in (facts.sums.gross, facts.sums.tax))
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
        seller=seller_sheet(chance, facts, shown, words),
        buyer=buyer_sheet(facts, shown, words),
        ship=ship_sheet(facts, shown, words),
        meta=meta_pairs(chance, facts, shown, words),
        table=lines_table(facts, shown, words),
        totals=rows,
        vat=vat_table(facts, shown, words) if shown.vat_table else None,
        due=due,
        sum_sentence=sentence if shown.sum_sentence else "",
        notes=notes(facts, shown, words),
    )
    return sheet, words.has_place("vat", "base")


def seller_sheet(chance: Chance, facts: Facts, shown: Shown, words: Wording) -> SellerSheet:
    """The seller with ids, contact and bank as far as they are shown."""
    party, account = facts.seller, facts.account
    ids = [Pair(words("vat_id"), party.tax_id.printed)] if shown.seller_id else []
    ids += [Pair(words("tax_no"), party.tax_no)] if shown.seller_number else []
    contact = (
        Pair(words("phone"), party.phone),
        Pair(words("email"), party.email),
        Pair(words("website"), party.web),
    )
    bank = [Pair(words("bank"), account.bank)]
    if shown.iban:
        number = account.iban
        spaced = " ".join(number[i : i + 4] for i in range(0, len(number), 4)) if shown.iban_spaced else number
        bank += [Pair("IBAN", spaced), Pair(chance.pick(("BIC", "SWIFT", "BIC/SWIFT")), account.bic)]
    bank += [Pair(label, number) for label, number in account.local]
    return SellerSheet(
        head=party.short if shown.short_name else party.name,
        name=party.name,
        address=party.address,
        ids=tuple(ids),
        contact=contact[: chance.pick((1, 2, 3, 3))],
        bank=tuple(bank) if shown.iban or account.local else (),
        legal=(Pair(words("director"), party.person),) if chance.maybe(0.4) else (),
    )


def envelope(party: Party, facts: Facts, shown: Shown) -> tuple[str, ...]:
    """The lines of an address window."""
    person = party.name == party.person
    second = () if person or not shown.person else (party.division if len(party.division) % 2 else party.person,)
    land = (country_name(facts, party),) if shown.country else ()
    return (party.name, *second, *party.address, *land)


def country_name(facts: Facts, party: Party) -> str:
    """The country in the language of the invoice."""
    from babel import Locale  # some 20 ms that a run without foreign buyers does not need

    name: str = Locale.parse(facts.language.replace("-", "_")).territories[party.country]
    return name


def buyer_sheet(facts: Facts, shown: Shown, words: Wording) -> PartySheet:
    ids = (Pair(words("buyer_vat"), facts.buyer.tax_id.printed),) if shown.buyer_id else ()
    return PartySheet(words("bill_to"), envelope(facts.buyer, facts, shown), ids)


def ship_sheet(facts: Facts, shown: Shown, words: Wording) -> PartySheet | None:
    if not shown.ship:
        return None
    name = facts.buyer.name if facts.days % 3 else facts.recipient.name
    return PartySheet(words("ship_to"), (name, *facts.recipient.address))


def meta_pairs(chance: Chance, facts: Facts, shown: Shown, words: Wording) -> tuple[Pair, ...]:
    """Number, dates and references, in the usual order or, at times, in any."""

    def day(offset: int) -> str:
        return dated(facts.issued + timedelta(days=offset), shown.date_pattern, facts.language)

    pairs = [Pair(words("number"), facts.number), Pair(words("date"), day(0))]
    pairs += [Pair(words("credit_ref"), facts.original)] if facts.credit else []
    pairs += [Pair(words(n), value) for n, value in facts.references.items() if n in shown.references and n != "sku"]
    back = (facts.delivered - facts.issued).days
    if "stay" in facts.kind.goods:
        pairs += [Pair(words("arrival"), day(back - 3)), Pair(words("departure"), day(back))]
        pairs += [Pair(words("room"), str(100 + facts.days * 3))]
    elif "usage" in facts.kind.goods:
        pairs += [Pair(words("period"), f"{day(-31)} - {day(-1)}")]
    elif shown.delivered:
        pairs += [Pair(words("delivery_date"), day(back))]
    if shown.due_date and shown.due_in_meta:
        pairs.append(Pair(words("due"), day(facts.days)))
    if shown.person:
        pairs.append(Pair(words("contact"), facts.seller.person))
    if chance.maybe(0.15):
        chance.shuffle(pairs)
    return tuple(pairs)


def early_payment(facts: Facts, shown: Shown, words: Wording) -> str:
    """The discount for an early payer: a date and an amount that are not those of the invoice."""
    day = dated(facts.issued + timedelta(days=EARLY_DAYS), shown.date_pattern, facts.language)
    amount = rounded(facts.sums.due * (1 - EARLY_PERCENT / HUNDRED), facts.terms.decimals)
    return words("early", pct=percent(EARLY_PERCENT, shown), date=day, amount=shown.totals_money.write(amount))


def notes(facts: Facts, shown: Shown, words: Wording) -> tuple[str, ...]:
    """The sentences below the totals."""
    due = dated(facts.due, shown.date_pattern, facts.language)
    amount = shown.totals_money.write(sign(facts, shown) * facts.sums.due)
    found = [f"{words('terms')}: {words('days', days=str(facts.days))}"] if shown.terms else []
    found += [early_payment(facts, shown, words)] if shown.early else []
    found += [words("pay_by", amount=amount, date=due)] if shown.pay_sentence else []
    found += [words(facts.taxing)] if facts.taxing in {"reverse", "exempt"} else []
    found += [words("incl")] if facts.terms.gross_prices else []
    return (*found, words("thanks"))
