"""Pages from typst layouts, with the invoice XML inside where a hybrid is wanted."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

from typesetting.shown import Shown


@dataclass(frozen=True)
class Page:
    """One invoice in one layout."""

    layout: str
    invoice: Shown


@dataclass(frozen=True)
class EmbeddedXml:
    """The invoice XML of a hybrid, under the name that its standard requires."""

    file_name: str
    content: bytes


def typeset_pages(templates: Path, pages: Sequence[Page], embedded: EmbeddedXml | None = None) -> bytes:
    """Typeset invoices into one PDF; a hybrid is PDF/A-3."""
    inputs = {"pages": json.dumps([{"layout": page.layout, "invoice": page.invoice} for page in pages])}
    if embedded:
        inputs |= {"attachment": embedded.file_name, "xml": embedded.content.decode()}
    return _compile(templates / "page.typ", inputs, archive=embedded is not None)


def typeset_letter(templates: Path) -> bytes:
    """Typeset the letter that is not an invoice."""
    return _compile(templates / "letter.typ", {}, archive=False)


def _compile(template: Path, inputs: dict[str, str], *, archive: bool) -> bytes:
    compiler = typst.Compiler(input=template, root=template.parent, ignore_system_fonts=True, sys_inputs=inputs)
    written = compiler.compile(format="pdf", timestamp=0, pdf_standards=["a-3b"] if archive else [])
    if not isinstance(written, bytes):
        raise TypeError(f"{template.name}: one PDF expected")
    return written
