"""An invoice as sections of named values, from the head to the totals. No value is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.values.marks import ink_of_findings
from invoicy.drawing.values.terms import Named, name_of, title_of, written_at
from invoicy.model import Invoice
from invoicy.model.leaves import leaves_of
from invoicy.readings.reading import Finding

_LINE = re.compile(r"^/lines/\d+(?=/)")
_PART = re.compile(r"^/[a-z_]+(?:/\d+)?(?=/)")
_FIRST = ("", "/seller", "/buyer")
_LAST = ("/vat_breakdown", "/allowances", "/charges", "/totals")


class SectionValue(Struct, frozen=True):
    """A value with its business term. notes: numbers of the findings about it."""

    pointer: str
    named: Named
    text: str
    ink: Ink = Ink.OTHER
    notes: tuple[int, ...] = ()


class Section(Struct, frozen=True):
    """The values of a group of the standard, or of the invoice itself."""

    pointer: str
    title: Named
    values: tuple[SectionValue, ...]


class Sections(Struct, frozen=True):
    """The sections of an invoice. above, below: sections before and after the lines. lines: a section for each line."""

    above: tuple[Section, ...]
    lines: tuple[Section, ...]
    below: tuple[Section, ...]


def sections_of(invoice: Invoice, findings: Mapping[int, Finding]) -> Sections:
    """Return the sections of an invoice. findings: about the invoice, by their number."""
    groups: dict[str, list[SectionValue]] = {}
    for value in _values(invoice, findings):
        groups.setdefault(_group(value.pointer), []).append(value)
    sections = [Section(pointer, title_of(pointer), tuple(values)) for pointer, values in groups.items()]
    lines = tuple(section for section in sections if section.pointer.startswith("/lines/"))
    below = tuple(section for section in sections if section.pointer.startswith(_LAST))
    above = (section for section in sections if section not in lines and section not in below)
    ordered = sorted(above, key=lambda s: _FIRST.index(s.pointer) if s.pointer in _FIRST else len(_FIRST))
    return Sections(tuple(ordered), lines, below)


def _values(invoice: Invoice, findings: Mapping[int, Finding]) -> Iterator[SectionValue]:
    for pointer in leaves_of(invoice):
        about = {number: finding for number, finding in findings.items() if finding.path == pointer}
        ink = ink_of_findings(tuple(about.values())) or Ink.OTHER
        yield SectionValue(pointer, name_of(pointer), written_at(invoice, pointer), ink, tuple(about))


def _group(pointer: str) -> str:
    part = _LINE.match(pointer) or _PART.match(pointer)
    return part[0] if part else ""
