"""Invented sellers and buyers."""

import msgspec

from bench.synthetic.chance import Chance
from bench.synthetic.ids import Identifier, draw_bic, draw_iban, draw_tax_id
from bench.synthetic.kinds import Country, Half, countries, style, synonyms


class Party(msgspec.Struct, frozen=True):
    """A seller or a buyer; `short` is the name on the letterhead, without the legal form."""

    name: str
    short: str
    person: str
    division: str
    address: tuple[str, ...]
    country: str
    tax_id: Identifier
    tax_no: str
    phone: str
    email: str
    web: str


class Account(msgspec.Struct, frozen=True):
    """The account to pay to; `local` are labels and numbers of a country without IBANs, or of one that prints both."""

    bank: str
    iban: str
    bic: str
    local: tuple[tuple[str, str], ...]


def draw_party(chance: Chance, language: str, country: str, half: Half, private: float = 0.0) -> Party:
    """A party of a country with a name in a language; `private` is the share of persons without a firm."""
    land, words = countries()[country], synonyms("words", language, half)
    person = f"{chance.pick(words['first'])} {chance.pick(words['surname'])}"
    short = person if chance.maybe(private) else firm(chance, words, half)
    legal = "{}" if short == person else chance.pick(land.legal)
    host = "".join(c for c in short.lower() if c.isascii() and c.isalnum()) or "firm"
    domain = f"{host[:18]}.{chance.pick(_domains(half))}"
    tax_id = draw_tax_id(chance, land.vat_id)
    return Party(
        name=legal.format(short),
        short=short,
        person=person,
        division=chance.pick(words["division"]),
        address=draw_address(chance, words, land, half),
        country=country,
        tax_id=tax_id,
        tax_no=tax_id.national or chance.fill(land.tax_no),
        phone=chance.fill(chance.pick(land.phone)),
        email=f"{chance.pick(('info', 'office', 'billing', 'mail'))}@{domain}",
        web=f"www.{domain}",
    )


def _domains(half: Half) -> tuple[str, ...]:
    return style().domains_a if half == "a" else style().domains_b


def firm(chance: Chance, words: dict[str, tuple[str, ...]], half: Half) -> str:
    """A firm's name from surnames, trades and syllables."""
    surname, partner = chance.sample(words["surname"], 2)
    coined = coin(chance, half)
    forms = (
        f"{surname} {chance.pick(words['trade'])}",
        f"{surname} & {partner}",
        coined,
        f"{coined} {chance.pick(words['trade'])}",
    )
    return chance.pick(forms)


def coin(chance: Chance, half: Half) -> str:
    """A made-up word."""
    syllables = style().syllables_a if half == "a" else style().syllables_b
    word = "".join(chance.sample(syllables, chance.pick((2, 2, 3))))
    return word.upper() if chance.maybe(0.15) else word.capitalize()


def draw_address(chance: Chance, words: dict[str, tuple[str, ...]], land: Country, half: Half) -> tuple[str, ...]:
    """Street and town."""
    street, number = chance.pick(words["street"]), str(1 + int(chance.random() * 180))
    middle = len(land.cities) // 2
    city = chance.pick(land.cities[:middle] if half == "a" else land.cities[middle:])
    first = f"{number} {street}" if land.number_first else f"{street} {number}"
    return (first, *chance.fill(city).split("\n"))


def draw_account(chance: Chance, party: Party, half: Half) -> Account:
    """An account of a party."""
    land = countries()[party.country]
    local = tuple((label, chance.fill(mask)) for label, mask in (entry.split("|") for entry in land.bank))
    return Account(
        bank=f"{coin(chance, half).capitalize()} {chance.pick(('Bank', 'Bank', 'Sparbank'))}",
        iban=draw_iban(chance, land.iban) if land.iban else "",
        bic=draw_bic(chance, party.country),
        local=local,
    )
