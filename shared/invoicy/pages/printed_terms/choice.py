"""Chooses the terms of a printed invoice as a whole: number, dates, parties, VAT ids, account, currency and totals."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.addresses.choice import Address, addresses_of
from invoicy.pages.fields.currency.choice import currency_of
from invoicy.pages.fields.dates.choice import dates_of
from invoicy.pages.fields.iban import iban_of
from invoicy.pages.fields.parties.choice import parties_of
from invoicy.pages.fields.references.choice import references_of
from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.vat.breakdown import RateShare, breakdown_of
from invoicy.pages.fields.totals.vat.single_rate import single_rate
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.fields.vat_ids.choice import vat_ids_of
from invoicy.pages.printed_terms.total_amounts import total_amounts


class PrintedTerms(Struct, frozen=True):
    """The terms of a printed invoice as a whole, each None if it is not printed.

    amounts: the totals by role: lines, net, tax, gross, due, paid. shares: the VAT of each rate, if there are several.
    rate: the rate in per cent that makes all of the VAT.
    """

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

    @property
    def single_rate(self) -> Decimal | None:
        """The rate of all VAT, if the invoice has no breakdown."""
        return None if self.shares else self.rate


def printed_terms_of(pages: AnnotatedPages) -> PrintedTerms:
    """Choose the terms of the invoice on the pages."""
    references, dates, parties = references_of(pages), dates_of(pages), parties_of(pages)
    seller_address, buyer_address = addresses_of(pages, parties)
    vat_ids, totals = vat_ids_of(pages, parties), totals_of(pages)
    return PrintedTerms(
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
        amounts=total_amounts(totals),
        totals=totals,
        shares=breakdown_of(pages, totals),
        rate=single_rate(pages, totals),
    )
