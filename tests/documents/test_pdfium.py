"""Many threads may read PDFs: PDFium gets one at a time."""

import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from invoicy import read
from tests.requirements import SAMPLES

PROGRAM = """
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from invoicy import read
files = sorted(Path(r"{samples}").glob("*.pdf")) * 8
with ThreadPoolExecutor(8) as pool:
    print(sum(bool(reading.media_type) for reading in pool.map(read, files)), len(files))
"""


def test_threads_reading_pdfs_do_not_end_the_process() -> None:
    """In a process of its own: without the lock, PDFium takes it down."""
    command = [sys.executable, "-c", PROGRAM.format(samples=SAMPLES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    read, files = done.stdout.split()
    assert read == files


def test_a_form_of_adobe_is_read_without_a_word_of_the_library(caplog: pytest.LogCaptureFixture) -> None:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        template = pdf.make_stream(b"<template xmlns='http://www.xfa.org/schema/xfa-template/3.0/'/>")
        pdf.Root.AcroForm = pikepdf.Dictionary(XFA=[pikepdf.String("template"), template], Fields=[])
        pdf.save(out)
    assert read(out.getvalue()).status == "rejected"
    assert caplog.messages == []
