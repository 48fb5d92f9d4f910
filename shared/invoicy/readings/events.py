"""The event that is published when a reading is stored: a CloudEvent, the same on every cloud."""

from decimal import Decimal
from typing import Final, Literal

import msgspec
from msgspec import Struct

from invoicy.readings.reading import Reading, Status

READING_STORED: Final = "invoicy.reading.stored"


class InvoiceSummary(Struct, frozen=True, omit_defaults=True):
    """One invoice of the reading; amounts have the digits of the reading."""

    status: Status
    number: str | None = None
    seller: str | None = None
    currency_code: str | None = None
    with_vat: Decimal | None = None


class ReadingStored(Struct, frozen=True, kw_only=True):
    """The data of the event. document: the document's id. key: the reading's key in the store."""

    tenant: str
    document: str
    version: str
    key: str
    status: Status
    invoices: tuple[InvoiceSummary, ...]


class CloudEvent(Struct, frozen=True, kw_only=True):
    """A CloudEvents 1.0 event in the JSON event format (github.com/cloudevents/spec).

    id: the same each time the event is published; it is the reading's key. subject: the document's id.
    """

    specversion: Literal["1.0"]
    id: str
    source: Literal["invoicy"]
    type: Literal["invoicy.reading.stored"]
    subject: str
    datacontenttype: Literal["application/json"]
    data: ReadingStored

    def to_json(self) -> bytes:
        """Encode the event as UTF-8 JSON."""
        return msgspec.json.encode(self)


def reading_stored(reading: Reading, *, tenant: str, version: str, key: str) -> CloudEvent:
    """Make the event for a stored reading. version: the program's version. key: the reading's key in the store."""
    data = ReadingStored(
        tenant=tenant,
        document=reading.id,
        version=version,
        key=key,
        status=reading.status,
        invoices=summaries_of(reading),
    )
    return CloudEvent(
        specversion="1.0",
        id=key,
        source="invoicy",
        type=READING_STORED,
        subject=reading.id,
        datacontenttype="application/json",
        data=data,
    )


def summaries_of(reading: Reading) -> tuple[InvoiceSummary, ...]:
    """Summarise the invoices of the reading in their order."""
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
