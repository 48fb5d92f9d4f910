"""All header terms of one printed invoice, decided in an order in which each helps the next."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.account import iban_of
from invoicy.pages.fields.addresses import Address, addresses_of
from invoicy.pages.fields.currency.choice import currency_of
from invoicy.pages.fields.dates.choice import dates_of
from invoicy.pages.fields.document_type import kind_of
from invoicy.pages.fields.parties.choice import parties_of
from invoicy.pages.fields.references.choice import references_of
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.single_rate import single_rate
from invoicy.pages.fields.totals.vat_breakdown import RateShare, breakdown_of
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.fields.vat_ids import vat_ids_of


class Header(Struct, frozen=True):
    """The terms of the invoice as a whole, each value with its place.

    shares: the VAT by rate where there is more than one; rate: the one that makes all of the VAT.
    """

    kind: str
    number: FieldValue[str] | None
    purchase_order: FieldValue[str] | None
    issue_date: FieldValue[date] | None
    due_date: FieldValue[date] | None
    seller: FieldValue[str] | None
    buyer: FieldValue[str] | None
    seller_vat_id: FieldValue[str] | None
    buyer_vat_id: FieldValue[str] | None
    seller_address: Address
    buyer_address: Address
    iban: FieldValue[str] | None
    currency: FieldValue[str] | None
    amounts: dict[str, FieldValue[Decimal]]
    totals: ChosenTotals
    shares: tuple[RateShare, ...]
    rate: Decimal | None


def header_of(pages: AnnotatedPages) -> Header:
    references, dates, parties = references_of(pages), dates_of(pages), parties_of(pages)
    seller_address, buyer_address = addresses_of(pages, parties)
    vat_ids, totals = vat_ids_of(pages, parties), totals_of(pages)
    return Header(
        kind=kind_of(pages),
        number=references.number,
        purchase_order=references.purchase_order,
        issue_date=dates.issue,
        due_date=dates.due,
        seller=parties.seller,
        buyer=parties.buyer,
        seller_vat_id=vat_ids.seller,
        buyer_vat_id=vat_ids.buyer,
        seller_address=seller_address,
        buyer_address=buyer_address,
        iban=iban_of(pages),
        currency=currency_of(pages, totals),
        amounts=_amounts(totals),
        totals=totals,
        shares=breakdown_of(pages, totals),
        rate=single_rate(pages, totals),
    )


def _amounts(totals: ChosenTotals) -> dict[str, FieldValue[Decimal]]:
    """The chosen amounts; one that takes part in a sum that closes is surer than its label alone makes it."""
    roles = {
        "lines": totals.lines,
        "net": totals.net,
        "tax": totals.tax,
        "gross": totals.gross,
        "due": totals.due,
        "paid": totals.paid,
    }
    amounts = {role: _amount(role, one, totals) for role, one in roles.items() if one is not None}
    if gross := amounts.get("gross"):
        amounts["gross"] = gross.beside(_amount("gross", one, totals) for one in totals.rivals)
    return amounts


def _amount(role: str, one: AmountCandidate, totals: ChosenTotals) -> FieldValue[Decimal]:
    label = one.roles.get("net" if role == "lines" else role, 0.0)
    if role in ("net", "tax", "gross") and totals.closes:
        label = 0.6 + 0.4 * label
    elif role in ("net", "tax", "gross") and totals.closes is False:
        label *= 0.6
    if role in ("net", "tax", "gross"):
        label = min(label, totals.trust)
    text = " + ".join(part.amount.text for part in one.parts) or one.amount.text
    return FieldValue.of(
        one.value,
        one.segment,
        one.words,
        min(1.0, label),
        one.methods.get("net" if role == "lines" else role, "arithmetic"),
        text,
    )
