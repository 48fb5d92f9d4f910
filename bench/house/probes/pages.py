"""Report how often a PDF of two pages is opened while it is read, and each of its pages labelled."""

import json
from collections.abc import Sized
from pathlib import Path
from types import FrameType

import pypdfium2

from bench.house.probes.calls import code_of, watched
from invoicy import read

_SAMPLES = Path("samples/documents")
DOCUMENTS = (_SAMPLES / "two-invoices.pdf", _SAMPLES / "printed-german.pdf")
"""Two invoices of a page each, and one of two pages."""


def main() -> None:
    _read_all()  # loads modules and data
    opened: list[FrameType] = []
    labelled: list[int] = []
    seen = {pypdfium2.PdfDocument.__init__.__code__: opened.append}
    seen[code_of("labelling")[0]] = lambda frame: labelled.append(_pages(frame))
    with watched(seen):
        _read_all()
    report = {"opened": len(opened) / len(DOCUMENTS), "labelled": sum(labelled) / sum(map(_page_count, DOCUMENTS))}
    print(json.dumps(report))


def _read_all() -> None:
    for path in DOCUMENTS:
        read(path)


def _page_count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def _pages(frame: FrameType) -> int:
    """The number of pages in the first argument of a call."""
    argument = frame.f_locals[frame.f_code.co_varnames[0]]
    return len(argument) if isinstance(argument, Sized) else 1


if __name__ == "__main__":
    main()
