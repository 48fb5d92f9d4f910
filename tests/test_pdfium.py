"""Many threads may read PDFs: PDFium gets one at a time."""

import subprocess
import sys

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
