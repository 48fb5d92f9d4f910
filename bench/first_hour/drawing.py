"""`invoicy show`: labels that run over something, and files that it writes over."""

import shutil
from pathlib import Path

from tests.requirements import SAMPLES

from bench.first_hour.inputs import folder
from bench.first_hour.program import run, samples
from invoicy.documents.document import Document
from invoicy.drawing.document import plans_of
from invoicy.drawing.labels.plan import Plan
from invoicy.extraction import read_with_pdfs


def overwritten() -> str:
    """Files in the place of a picture that are overwritten: the input, a PDF called photo.png, an unrelated picture."""
    with folder() as made:
        kept = {name: made / name for name in ("bill.pdf", "photo.png", "w1.png")}
        for path in kept.values():
            shutil.copy(SAMPLES / "printed-us.pdf", path)
        shutil.copy(SAMPLES / "printed-us.pdf", made / "w1.pdf")
        before = {path: path.read_bytes() for path in kept.values()}
        run("show", "bill.pdf", "-o", "bill.pdf", cwd=made)
        run("show", "photo.png", cwd=made)
        run("show", "w1.pdf", "-o", "w1.png", cwd=made)
        changed = sum(path.read_bytes() != content for path, content in before.items())
    return f"{changed} of {len(before)}"


def labels() -> str:
    """Labels over labels and over print, of all samples that have a page to draw."""
    plans = [plan for path in samples() for plan in _plans(path)]
    over_labels, over_print = (sum(counts) for counts in zip(*(plan.overlaps for plan in plans), strict=True))
    return f"{over_labels}, {over_print} of {sum(len(plan.labels) for plan in plans)}"


def _plans(path: Path) -> list[Plan]:
    document = Document.of(path.read_bytes(), path.name)
    return plans_of(*read_with_pdfs(document))
