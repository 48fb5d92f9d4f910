"""HTTP statuses for events."""

from http import HTTPStatus
from threading import Event
from typing import TYPE_CHECKING

import pytest

from invoicy.documents.document import Document
from invoicy.errors import AccessRefusedError, InvoicyError, SettingsError, TemporaryFaultError
from invoicy.extraction import read_document
from invoicy.pipeline import Receipt
from invoicy.readings.reading import Reading
from invoicy_gcp.answers import status_of
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.pub_sub import DocumentMessage
from invoicy_gcp.intake import Intake
from tests.memory_pipeline import INVOICE, MemoryPipeline

if TYPE_CHECKING:
    from google.cloud.storage import Client

MESSAGE = DocumentMessage("pubsub:s/1", "a.xml", INVOICE)


class FailingIntake(Intake, frozen=True, kw_only=True):
    """An intake that raises an error for every document."""

    error: Exception

    def take(self, _: ObjectRef | DocumentMessage) -> Receipt | None:
        raise self.error


def failing_with(gcs: "Client", error: Exception) -> HTTPStatus:
    intake = FailingIntake(pipeline=MemoryPipeline().pipeline(), client=gcs, tenant="t", error=error)
    return status_of(MESSAGE, lambda: intake, 30)


def no_intake() -> Intake:
    raise SettingsError(("INVOICY_BUCKET is missing.",))


def test_a_stored_reading_is_answered_204(gcs: "Client") -> None:
    memory = MemoryPipeline()
    intake = Intake(pipeline=memory.pipeline(), client=gcs, tenant="t")
    assert status_of(MESSAGE, lambda: intake, 30) == HTTPStatus.NO_CONTENT
    assert len(memory.readings()) == 1


def test_an_event_without_a_document_is_answered_204_without_an_intake() -> None:
    assert status_of(None, no_intake, 30) == HTTPStatus.NO_CONTENT


def test_a_temporary_fault_is_answered_503(gcs: "Client") -> None:
    assert failing_with(gcs, TemporaryFaultError("slow down")) == HTTPStatus.SERVICE_UNAVAILABLE


def test_a_document_that_takes_too_long_is_answered_503(gcs: "Client", caplog: pytest.LogCaptureFixture) -> None:
    resume = Event()

    def late(document: Document) -> Reading:
        resume.wait(30)
        return read_document(document)

    intake = Intake(pipeline=MemoryPipeline().pipeline(late), client=gcs, tenant="t")
    assert status_of(MESSAGE, lambda: intake, 0.05) == HTTPStatus.SERVICE_UNAVAILABLE
    resume.set()
    assert "pubsub:s/1 was not read: The document was not read within 0.05 seconds." in caplog.text


@pytest.mark.parametrize(
    "error",
    [InvoicyError("wrong"), AccessRefusedError("denied"), KeyError("a defect")],
    ids=lambda error: type(error).__name__,
)
def test_a_fault_that_needs_a_change_is_answered_500(gcs: "Client", error: Exception) -> None:
    assert failing_with(gcs, error) == HTTPStatus.INTERNAL_SERVER_ERROR


def test_wrong_settings_are_answered_500_and_logged_with_the_document(caplog: pytest.LogCaptureFixture) -> None:
    assert status_of(MESSAGE, no_intake, 30) == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "pubsub:s/1 was not read: INVOICY_BUCKET is missing." in caplog.text
