"""The documents in a container, and the reasons why none of them is an invoice."""

from collections.abc import Sequence

from invoicy.documents.containers import Container
from invoicy.documents.document import Document
from invoicy.extraction.container import read_container
from invoicy.extraction.result import ExtractionResult
from invoicy.readings.reading import Finding, Severity


def _messages(names: Sequence[str], where: str = "in", empty: str = "contains no file.") -> list[str]:
    files = tuple(Document.of(name.encode(), name) for name in names)
    archive = Container("application/zip", lambda _: files, where, empty)
    refusal = ExtractionResult(findings=(Finding("INVOICY-X", Severity.FATAL, "It is a picture."),))
    result = read_container(Document("1", "a.zip", "application/zip", b"PK"), archive, lambda _: refusal)
    return [finding.message for finding in result.findings]


def test_each_file_has_its_reason() -> None:
    assert _messages(["a.txt", "b.txt"])[1:] == ["a.txt: It is a picture.", "b.txt: It is a picture."]


def test_at_most_five_names_are_listed() -> None:
    first = _messages([f"{number}.txt" for number in range(7)])[0]
    assert first == (
        "None of the 7 files in the ZIP archive is an invoice that Invoicy can read: "
        "0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more."
    )


def test_a_single_file_is_named() -> None:
    first = _messages(["a.txt"], where="attached to")[0]
    assert first == "The file attached to the ZIP archive is not an invoice that Invoicy can read: a.txt."


def test_a_container_without_files_has_one_reason() -> None:
    assert _messages([]) == ["The ZIP archive contains no file."]
    assert _messages([], empty="is empty.") == ["The ZIP archive is empty."]
