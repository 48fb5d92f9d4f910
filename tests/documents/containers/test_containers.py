"""The table of containers."""

from invoicy.documents.containers import CONTAINERS, Container, container_of, parts_of
from invoicy.documents.document import Document
from invoicy.documents.kinds import kind_named

FILE = Document.of(b"hello", "a.txt")
TEXTS = Container("text/plain", lambda _: (FILE,))


def test_a_table_with_one_more_line_unpacks_one_more_kind() -> None:
    document = Document("1", "b.txt", "text/plain", b"x")
    assert parts_of(document) == ()
    assert parts_of(document, (*CONTAINERS, TEXTS)) == (FILE,)


def test_a_kind_that_is_not_in_the_table_is_not_unpacked() -> None:
    assert container_of("image/png") is None


def test_every_container_is_a_kind_that_is_not_refused() -> None:
    kinds = [kind_named(container.media_type) for container in CONTAINERS]
    assert [kind.media_type for kind in kinds] == [container.media_type for container in CONTAINERS]
    assert not any(kind.rule or kind.advice for kind in kinds)
