"""Typeset invoices made by hand, each with a layout of its own.

Do not look at documents/held while you work on the reader: it judges the reader. A document that was looked at belongs
in documents/learn.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


class GalleryError(Exception):
    """A document that cannot be typeset on this machine; the message names the missing program."""


def pairs(half: str = "", folder: Path = DOCUMENTS) -> Iterator[tuple[Path, Path]]:
    """Every document of a half (both where it is empty), with its truth."""
    for truth in sorted(folder.glob(f"{half or '*'}/*.json")):
        sources = [source for suffix in (".html", ".typ") if (source := truth.with_suffix(suffix)).exists()]
        if len(sources) != 1:
            raise GalleryError(f"{truth.name} needs one document beside it, .html or .typ; there are {len(sources)}")
        yield sources[0], truth


def typeset(source: Path, pdf: Path) -> None:
    if source.suffix == ".typ":
        _by_typst(source, pdf)
    else:
        _by_browser(source, pdf)


def write(source: Path, truth: Path, out: Path) -> None:
    """DIR/pdf/NAME.pdf and DIR/truth/NAME.json."""
    for folder in ("pdf", "truth"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    typeset(source, out / "pdf" / f"{source.stem}.pdf")
    shutil.copyfile(truth, out / "truth" / truth.name)


def _by_typst(source: Path, pdf: Path) -> None:
    import typst  # wanted only for the documents written in it

    typst.compile(str(source), output=str(pdf))


def _browser() -> str:
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    raise GalleryError("no Chromium on PATH to print the HTML documents with: apt-get install chromium")


def _by_browser(source: Path, pdf: Path) -> None:
    pdf.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        target = (f"--user-data-dir={profile}", f"--print-to-pdf={pdf.resolve()}", source.resolve().as_uri())
        command = [_browser(), *FLAGS, *target]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode or not pdf.exists():
        raise GalleryError(f"Chromium could not print {source.name}: {done.stderr.strip()[-500:]}")
