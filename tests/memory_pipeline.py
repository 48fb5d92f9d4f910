"""A pipeline in memory, and documents to process with it."""

from datetime import UTC, datetime

from invoicy.documents.document import Document
from invoicy.pipeline import IncomingDocument, Pipeline, ReadDocument, Receipt, reader
from invoicy.storage import Origin
from tests.fakes.publisher import ListPublisher
from tests.fakes.store import MemoryStore
from tests.xml_documents import valid_ubl

INVOICE = valid_ubl()
SAME_INVOICE = valid_ubl(declaration="<!-- sent again by e-mail -->")


def incoming_document(
    content: bytes = INVOICE, *, uri: str = "s3://inbox/a.xml", tenant: str = "acme", keep: bool = False
) -> IncomingDocument:
    name = uri.rpartition("/")[2]
    origin = Origin(uri=uri, name=name, received=datetime(2026, 3, 1, tzinfo=UTC))
    return IncomingDocument(document=Document.of(content, name), tenant=tenant, origin=origin, keep=keep)


class MemoryPipeline:
    """A pipeline whose store and publisher are in memory."""

    def __init__(self, *, version: str = "1.0") -> None:
        self.store = MemoryStore()
        self.publisher = ListPublisher()
        self.version = version

    def pipeline(self, read: ReadDocument | None = None) -> Pipeline:
        return Pipeline(
            store=self.store,
            publisher=self.publisher,
            version=self.version,
            read=read or reader(),
        )

    def process(self, incoming: IncomingDocument) -> Receipt:
        return self.pipeline().process(incoming)

    def readings(self) -> list[str]:
        return [key for key in self.store.objects if key.startswith("readings/") and key.count("/") == 3]
