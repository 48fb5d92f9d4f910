"""The table of kinds is consistent."""

from invoicy.documents.containers import CONTAINERS
from invoicy.documents.kinds import media_type_of, refusal_of
from invoicy.documents.kinds.table import kinds
from invoicy.extraction.readers import READERS
from tests.documents.kinds.files import zip_of

_PLACES = {"entry", "part", "inside", "stream", "root", "oid", "text"}


def test_each_media_type_occurs_once_and_is_read_or_refused_by_a_rule() -> None:
    names = [kind.media_type for kind in kinds()]
    assert len(names) == len(set(names))
    read = {media_type for media_type, _ in READERS} | {container.media_type for container in CONTAINERS}
    assert {kind.media_type for kind in kinds() if not kind.rule} == read
    assert {kind.in_folders for kind in kinds()} == {"always", "named", "of invoices", "never"}


def test_signs_are_looked_for_in_places_that_there_are() -> None:
    places = {sign.where for kind in kinds() for alternative in kind.signs for sign in alternative}
    assert {place for place in places if not place.isdecimal()} <= _PLACES


def test_a_refusal_is_whole_sentences() -> None:
    for kind in kinds():
        if kind.rule:
            _, message = refusal_of(kind.media_type, b"")
            assert message.startswith("The document is ")
            assert message.endswith(".")


def test_a_zip_is_reported_with_the_number_of_its_files() -> None:
    content = zip_of({"a.xml": "", "b/c.xml": ""})
    rule, message = refusal_of(media_type_of(content), content)
    assert rule == "INVOICY-NOT-YET"
    assert "a ZIP archive that holds 2 files" in message
