"""The promises of every DocumentStore."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from invoicy.ports import DocumentStore
from invoicy.storage import is_output

WRITERS = 16


def test_an_object_is_created_once_and_never_changed(store: DocumentStore) -> None:
    assert store.create("readings/t/1/1.0.json", b"first")
    assert not store.create("readings/t/1/1.0.json", b"second")
    assert store.get("readings/t/1/1.0.json") == b"first"


def test_an_absent_object_is_none(store: DocumentStore) -> None:
    store.create("readings/t/1/1.0.json", b"one")
    assert store.get("readings/t/1/2.0.json") is None
    assert store.get("readings/t/2/1.0.json") is None
    assert store.get("readings/t/1") is None
    assert store.get("readings/t/1/1.0.json/deeper") is None


@pytest.mark.parametrize("content", [b"", b"\x00\xff\r\n", bytes(range(256)) * 4096], ids=["empty", "binary", "1 MiB"])
def test_bytes_come_back_as_they_went_in(store: DocumentStore, content: bytes) -> None:
    store.create("documents/t/1", content)
    assert store.get("documents/t/1") == content


@pytest.mark.parametrize("name", ["1.0+local.1.json", "Löhne & Söhne 100%.json", "a b?c#d.json"])
def test_a_name_is_kept_as_it_is(store: DocumentStore, name: str) -> None:
    assert store.create(f"readings/t/{name}", b"content")
    assert store.keys("readings/t") == (f"readings/t/{name}",)
    assert store.get(f"readings/t/{name}") == b"content"


def test_keys_are_those_below_the_folder_sorted(store: DocumentStore) -> None:
    for key in ("r/ab/2", "r/ab/1", "r/ab/acts/3", "r/abc/4", "r/a/5"):
        store.create(key, b"content")
    assert store.keys("r/ab") == ("r/ab/1", "r/ab/2", "r/ab/acts/3")
    assert store.keys("r/nothing") == ()


def test_a_probe_leaves_no_object_that_looks_like_a_document(store: DocumentStore) -> None:
    for _ in range(3):
        store.probe()
    left = [key for folder in ("documents", "readings", "uploads", "probe") for key in store.keys(folder)]
    assert len(left) <= 1
    assert all(is_output(key) for key in left)


def test_one_of_many_writers_wins_and_its_bytes_are_complete(store: DocumentStore) -> None:
    contents = [bytes([65 + writer]) * 50_000 for writer in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as pool:
        won = list(pool.map(lambda content: store.create("readings/t/1/1.0.json", content), contents))
    assert won.count(True) == 1
    assert store.get("readings/t/1/1.0.json") == contents[won.index(True)]


def test_a_reader_sees_all_or_nothing_while_a_writer_writes(store: DocumentStore) -> None:
    content = b"x" * 400_000
    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(store.create, "documents/t/1", content)
        seen = {store.get("documents/t/1")}
        while not writing.done():
            seen.add(store.get("documents/t/1"))
    assert seen <= {None, content}
