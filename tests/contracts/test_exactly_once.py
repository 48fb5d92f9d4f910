"""On every store: a delivery that stops anywhere is completed by the next one, and there is one reading."""

from invoicy.pipeline import Pipeline, reader
from invoicy.ports import DocumentStore
from invoicy.storage import load_reading
from tests.fakes.faults import FaultyPublisher, FaultyStore, StoppedError, Trouble
from tests.fakes.publisher import ListPublisher
from tests.memory_pipeline import incoming_document


def delivered(store: DocumentStore, tenant: str, trouble: Trouble) -> bool:
    """Deliver once; False when it stopped on its way."""
    publisher = FaultyPublisher(ListPublisher(), trouble)
    pipeline = Pipeline(store=FaultyStore(store, trouble), publisher=publisher, version="1.0", read=reader())
    try:
        pipeline.process(incoming_document(tenant=tenant, keep=True))
    except StoppedError:
        return False
    return True


def test_a_process_stopped_after_each_step_leaves_one_reading(store: DocumentStore) -> None:
    step, late = 0, False
    while not delivered(store, tenant := f"t{step}{'late' if late else ''}", Trouble(step, late=late)):
        assert delivered(store, tenant, Trouble())
        (key,) = (key for key in store.keys(f"readings/{tenant}") if "/sources/" not in key)
        reading = load_reading(store, key)
        assert reading is not None
        assert reading.invoices[0].invoice.number == "R-1"
        step, late = (step + 1, False) if late else (step, True)
    assert step == 5
