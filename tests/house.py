"""A pipeline with everything around it in memory, and what is delivered to it."""

from datetime import UTC, datetime

from invoicy.pipeline import Delivery, Pipeline, Reader, Receipt, reader
from invoicy.storage import Source
from tests.documents import valid_ubl
from tests.fakes.index import MemoryIndex
from tests.fakes.publisher import ListPublisher
from tests.fakes.store import MemoryStore

INVOICE = valid_ubl()
SAME_INVOICE = valid_ubl(declaration="<!-- sent again by e-mail -->")


def delivery(content: bytes = INVOICE, *, origin: str = "s3://inbox/a.xml", keep: bool = False) -> Delivery:
    source = Source(origin=origin, name=origin.rpartition("/")[2], received=datetime(2026, 3, 1, tzinfo=UTC))
    return Delivery(content=content, tenant="acme", source=source, keep=keep)


class House:
    """A pipeline with everything around it in memory."""

    def __init__(self, *, version: str = "1.0") -> None:
        self.store = MemoryStore()
        self.publisher = ListPublisher()
        self.index = MemoryIndex()
        self.version = version

    def pipeline(self, read: Reader | None = None) -> Pipeline:
        return Pipeline(
            store=self.store,
            publisher=self.publisher,
            index=self.index,
            version=self.version,
            read=read or reader(),
        )

    def process(self, each: Delivery) -> Receipt:
        return self.pipeline().process(each)

    def readings(self) -> list[str]:
        return [key for key in self.store.objects if key.startswith("readings/") and key.count("/") == 3]
