"""Milliseconds for a printed invoice, warm: Invoicy, PDFium's boxes alone, and invoice2data, taking turns."""

import logging
import shutil
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from invoicy import read

_ROUNDS = 3
_FLOOR = "PDFium, a box for every character"
Program = Callable[[Path], object]


def speed(paths: list[Path]) -> None:
    """Medians over documents of the best of some rounds, every program once a round."""
    programs = {"invoicy": _invoicy, _FLOOR: _boxes, **invoice2data()}
    best = {
        name: [min(times) for times in zip(*rounds, strict=True)] for name, rounds in _times(programs, paths).items()
    }
    medians = {name: statistics.median(times) for name, times in best.items()}
    print(f"\n== speed, {len(paths)} documents, warm, best of {_ROUNDS}: median; times invoicy takes as long")
    for name, median in medians.items():
        print(f"{name:<47}{median:7.1f} ms{medians['invoicy'] / median:7.2f}")


def _times(programs: dict[str, Program], paths: list[Path]) -> dict[str, list[list[float]]]:
    """Milliseconds by program, round and document."""
    times: dict[str, list[list[float]]] = {name: [[] for _ in range(_ROUNDS)] for name in programs}
    for path in paths:
        for number in range(-1, _ROUNDS):  # the first is for warming up
            for name, program in programs.items():
                started = time.perf_counter()
                program(path)
                if number >= 0:
                    times[name][number].append((time.perf_counter() - started) * 1000)
    return times


def _invoicy(path: Path) -> object:
    return read(path, printed=True)


def _boxes(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        count = 0
        for page in pdf:
            text = page.get_textpage()
            count += sum(1 for index in range(text.count_chars()) if text.get_charbox(index))
        return count


def invoice2data() -> dict[str, Program]:
    """The peer with its defaults, and with each of its two fast ways to extract text.

    Its templates are read once, before the clock starts, and its store of texts by path is emptied before each call.
    """
    from invoice2data.extract.loader import read_templates

    logging.getLogger("invoice2data").setLevel(logging.CRITICAL)  # a warning for every document without a template
    templates = read_templates()
    if shutil.which("pdftotext"):
        readers = {"PDFium, then pdftotext (default)": None, "PDFium alone": "pdfium", "pdftotext alone": "pdftotext"}
    else:
        readers = {"PDFium alone": "pdfium"}
        print("\npdftotext is not there: apt-get install poppler-utils, to time invoice2data with it as well.")
    return {f"invoice2data, {name}": partial(_extracted, templates, reader) for name, reader in readers.items()}


def _extracted(templates: Any, reader: str | None, path: Path) -> object:
    from invoice2data import extract_data
    from invoice2data.input import _cached_to_text

    _cached_to_text.cache_clear()
    return extract_data(str(path), templates, input_module=reader)
