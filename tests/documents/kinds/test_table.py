"""The table of kinds is sound."""

from invoicy.documents.kinds import media_type_of, refusal_of
from invoicy.documents.kinds.table import kinds
from tests.documents.kinds.files import zip_of

_PLACES = {"entry", "part", "inside", "stream", "root", "oid", "text"}


def test_each_media_type_stands_once_and_each_refusal_has_a_rule() -> None:
    names = [kind.media_type for kind in kinds()]
    assert len(names) == len(set(names))
    assert [kind.media_type for kind in kinds() if not kind.rule] == [
        "application/pdf",
        "application/xml",
        "message/rfc822",
    ]
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


def test_a_zip_says_how_many_files_it_holds() -> None:
    content = zip_of({"a.xml": "", "b/c.xml": ""})
    rule, message = refusal_of(media_type_of(content), content)
    assert rule == "INVOICY-NOT-YET"
    assert "a ZIP archive that holds 2 files" in message
