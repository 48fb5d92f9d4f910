"""The pipeline with a watch: what becomes of each document stands in log and metrics, whoever delivered it."""

from typing import Self

from invoicy.document import Document
from invoicy.errors import UnreadableDocumentError
from invoicy.pipeline import Delivery, Pipeline, Reader, Receipt
from invoicy.ports import DocumentStore, EventPublisher
from invoicy_aws.stages import Stages, WatchedPublisher, WatchedStore, watched_reader
from invoicy_aws.telemetry import record


class ObservedPipeline(Pipeline, frozen=True, kw_only=True):
    """A pipeline that tells how long its stages took. stages: its watch, which may have run before a delivery."""

    stages: Stages

    @classmethod
    def on(cls, store: DocumentStore, publisher: EventPublisher, version: str, read: Reader) -> Self:
        stages = Stages()
        return cls(
            store=WatchedStore(store, stages),
            publisher=WatchedPublisher(publisher, stages),
            version=version,
            read=watched_reader(read, stages),
            stages=stages,
        )

    def process(self, delivery: Delivery) -> Receipt:
        return self._recorded(super().process(delivery))

    def refuse(self, document: Document, delivery: Delivery, reason: UnreadableDocumentError) -> Receipt:
        return self._recorded(super().refuse(document, delivery, reason))

    def _recorded(self, receipt: Receipt) -> Receipt:
        record(receipt, self.stages.take())
        return receipt
