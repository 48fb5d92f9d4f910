"""Events about stored readings, and the identity by which a business knows an invoice again."""

from decimal import Decimal

import msgspec
from msgspec import Struct

from invoicy.model import Invoice
from invoicy.reading import Reading, Status

READING_STORED = "invoicy.reading.stored"


class InvoiceIdentity(Struct, frozen=True):
    """Seller, number and total: two documents that share them ask for the same money twice."""

    seller: str
    number: str
    total: Decimal


class InvoiceSummary(Struct, frozen=True, omit_defaults=True):
    """One invoice of a reading, in a few words; money as in the reading."""

    status: Status
    number: str | None = None
    seller: str | None = None
    currency_code: str | None = None
    with_vat: Decimal | None = None


class ReadingStored(Struct, frozen=True, kw_only=True):
    """A reading stands in the store. Published once or more; id is the same every time.

    key: where the reading stands. duplicates: ids of other documents known, when this was published, to carry the
    same invoice.
    """

    id: str
    type: str = READING_STORED
    tenant: str
    document: str
    version: str
    key: str
    status: Status
    invoices: tuple[InvoiceSummary, ...] = ()
    duplicates: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        return msgspec.json.encode(self)


def identity_of(invoice: Invoice) -> InvoiceIdentity | None:
    """The identity of an invoice; None where a part of it is absent."""
    seller, totals = invoice.seller, invoice.totals
    name = None if seller is None else seller.vat_identifier or seller.name
    total = None if totals is None else totals.with_vat
    if not name or not invoice.number or total is None:
        return None
    return InvoiceIdentity(_bare(name), _bare(invoice.number), total.normalize())


def identities_of(reading: Reading) -> tuple[InvoiceIdentity, ...]:
    """The identities of the reading's invoices, those that have one, each once."""
    identities = (identity_of(each.invoice) for each in reading.invoices)
    return tuple(dict.fromkeys(identity for identity in identities if identity))


def summaries_of(reading: Reading) -> tuple[InvoiceSummary, ...]:
    return tuple(
        InvoiceSummary(
            status=each.status,
            number=each.invoice.number,
            seller=each.invoice.seller.name if each.invoice.seller else None,
            currency_code=each.invoice.currency_code,
            with_vat=each.invoice.totals.with_vat if each.invoice.totals else None,
        )
        for each in reading.invoices
    )


def _bare(text: str) -> str:
    """Without spaces and capitals: `DE 123` and `de123` name one seller."""
    return "".join(text.split()).casefold()
