"""Keys of stored objects, and the choice among several readings."""

from datetime import UTC, datetime

import msgspec
import pytest

from invoicy.errors import TemporaryFaultError
from invoicy.storage import Origin, is_output, newest_reading_key, store_reading, tenant_of_upload, upload_key
from tests.fakes.store import MemoryStore
from tests.sample_readings import reading_of

ID = "0123456789abcdef" * 4


def test_a_source_that_0_1_0_stored_is_an_origin() -> None:
    stored = b'{"origin":"s3://b/a.xml","name":"a.xml","received":"2026-03-01T00:00:00Z","tags":{"a":"b"}}'
    assert msgspec.json.encode(msgspec.json.decode(stored, type=Origin)) == stored


def origin(uri: str, day: int = 1) -> Origin:
    return Origin(uri=uri, received=datetime(2026, 3, day, tzinfo=UTC))


def test_the_newest_version_counts_by_the_order_of_versions() -> None:
    store = MemoryStore()
    for name in ("1.9.json", "1.10.json", "1.10rc1.json", "sources/9.json", "acts/99.json", "dev.json"):
        store.create(f"readings/t/1/{name}", b"{}")
    assert newest_reading_key(store, "t", "1") == "readings/t/1/1.10.json"


def test_a_document_that_was_never_read_has_no_newest_reading() -> None:
    store = MemoryStore()
    store.create("readings/t/1/sources/a.json", b"{}")
    assert newest_reading_key(store, "t", "1") is None
    assert newest_reading_key(store, "t", "2") is None


def test_an_origin_is_the_same_when_its_delivery_is_repeated_later() -> None:
    assert origin("s3://a/b", day=1).id == origin("s3://a/b", day=2).id
    assert origin("s3://a/b").id != origin("s3://a/c").id


@pytest.mark.parametrize(
    ("key", "output"),
    [
        (f"readings/t/{ID}/1.0.json", True),
        (f"readings/t/{ID}/sources/a.json", True),
        (f"readings/t/{ID}/acts/a.json", True),
        (f"documents/t/{ID}", True),
        ("documents/2026/invoice.pdf", False),
        ("readings/water/meter.pdf", False),
        (f"in/readings/t/{ID}/1.0.json", False),
        ("readings.pdf", False),
    ],
)
def test_an_object_of_the_pipeline_is_known_by_its_key(key: str, output: bool) -> None:
    assert is_output(key) is output


class TakenStore(MemoryStore):
    """A store that accepts no new object and returns none."""

    def create(self, key: str, content: bytes) -> bool:
        return not (key and content)


def test_a_reading_that_goes_away_while_it_is_stored_is_delivered_again() -> None:
    with pytest.raises(TemporaryFaultError):
        store_reading(TakenStore(), "t", "1.0", reading_of(ID, "R-1", "119"))


def test_an_upload_belongs_to_the_tenant_that_asked_for_its_url() -> None:
    key = upload_key("acme", "0" * 32, "März 1.xml")
    assert key == f"uploads/acme/{'0' * 32}/März 1.xml"
    assert tenant_of_upload(key) == "acme"
    assert not is_output(key)


def test_an_upload_without_a_name_has_one() -> None:
    assert upload_key("acme", "0" * 32, "").endswith("/document")


@pytest.mark.parametrize(
    "key", ["in/a.xml", f"uploads/acme/{'0' * 32}/", f"uploads/Acme!/{'0' * 32}/a", "uploads/acme/1/a", "uploads"]
)
def test_any_other_key_names_no_tenant(key: str) -> None:
    assert tenant_of_upload(key) is None
