"""Invoice number and buyer's order: fits the weights of the evidence, judges them on families of layouts left out.

usage: python -m bench.references [--more DIR ...] [--judge DIR ...] [--fit]

Reads the corpus at INVOICY_CORPUS. --more: folders of pdf/ and truth/ to learn from, as bench/synthetic and
bench/gallery write them; --judge: folders to judge by, never learnt from. --fit: write the weights anew.
"""

from pathlib import Path

from bench.labelled import Doc, first_scene
from bench.ranking import Case, Ranking, run
from bench.scores import Scores
from invoicy.pages.fields.references.candidates import references_of
from invoicy.pages.scoring.chances import NOBODY

_FIELDS = {"number": "invoice_number", "purchase_order": "purchase_order"}


def case_of(path: Path, truth: Doc, wanted: str, scores: Scores) -> Case | None:
    """All that looks like a reference on the first invoice of a document."""
    field = _FIELDS[wanted]
    scene = first_scene(path)
    if scene is None or truth.get("document_type") == "other" or field in truth.get("not_visible", []):
        return None
    everyone = list(references_of(scene).by_value.values())
    names = [one.value for one in everyone]
    right = [index for index, name in enumerate(names) if _is_right(field, truth, name, scores)]
    if not truth.get(field):
        right = [len(names)]
    return Case(truth["_meta"]["family"], path.stem, names, [*(one.evidence for one in everyone), NOBODY], right)


def _is_right(field: str, truth: Doc, name: str, scores: Scores) -> bool:
    count = scores.field(field, truth, {field: name})
    return bool(count and count.tp)


RANKING = Ranking(
    "references", {"number": "/number", "purchase_order": "/purchase_order_reference"}, case_of, decay=0.3
)

if __name__ == "__main__":
    run(__doc__, RANKING)
