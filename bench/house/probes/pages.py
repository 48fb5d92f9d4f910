"""Report how often a PDF is opened while it is read, and each of its pages labelled."""

import json
from collections.abc import Sized
from types import FrameType

import pypdfium2

from bench.house.probes.calls import code_of, watched
from bench.house.probes.journey import DOCUMENT
from invoicy import read


def main() -> None:
    read(DOCUMENT)  # what is loaded once is loaded
    opened: list[FrameType] = []
    labelled: list[int] = []
    seen = {pypdfium2.PdfDocument.__init__.__code__: opened.append}
    seen |= {code: lambda frame: labelled.append(_pages(frame)) for code in code_of("labelling")}
    with watched(seen):
        read(DOCUMENT)
    with pypdfium2.PdfDocument(DOCUMENT) as pdf:
        pages = len(pdf)
    print(json.dumps({"opened": len(opened), "labelled": sum(labelled) / pages}))


def _pages(frame: FrameType) -> int:
    """The number of pages in the first argument of a call."""
    argument = frame.f_locals[frame.f_code.co_varnames[0]]
    return len(argument) if isinstance(argument, Sized) else 1


if __name__ == "__main__":
    main()
