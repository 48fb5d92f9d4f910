"""The CEN and Peppol unit test sets: which rule must, or must not, find something in which document."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct

_NAMESPACE = "{http://difi.no/xsd/vefa/validator/1.0}"
_WANTED = {"success": False, "error": True, "fatal": True, "warning": True}


class Expectation(Struct, frozen=True):
    """One assert. rule: official id; fires: whether it must find something in the document."""

    file: str
    number: int
    rule: str
    fires: bool
    document: bytes


def expectations(folder: Path) -> Iterator[Expectation]:
    """Every assert of every test set in a folder."""
    for path in sorted(folder.glob("*.xml")):
        tests = etree.parse(path).getroot().iterfind(f"{_NAMESPACE}test")
        for number, test in enumerate(tests, start=1):
            document = next(child for child in test if child.tag != f"{_NAMESPACE}assert")
            content = etree.tostring(document, encoding="utf-8")
            for name, fires in _WANTED.items():
                for element in test.iterfind(f"{_NAMESPACE}assert/{_NAMESPACE}{name}"):
                    yield Expectation(path.name, number, (element.text or "").strip(), fires, content)
