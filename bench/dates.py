"""Issue date and due date: fits the weights of the evidence, judges them on families of layouts left out.

usage: python -m bench.dates [--more DIR ...] [--judge DIR ...] [--fit]

Reads the corpus at INVOICY_CORPUS. --more: folders of pdf/ and truth/ to learn from, as bench/synthetic and
bench/gallery write them; --judge: folders to judge by, never learnt from. --fit: write the weights anew.
"""

from pathlib import Path

from bench.labelled import Doc, first_scene
from bench.ranking import Case, Ranking, run
from bench.scores import Scores
from invoicy.pages.fields.dates.choice import dated_in
from invoicy.pages.scoring.chances import NOBODY


def case_of(path: Path, truth: Doc, term: str, scores: Scores) -> Case | None:  # noqa: ARG001  dates compare exactly
    """All dates on the first invoice of a document."""
    scene = first_scene(path)
    if scene is None or truth.get("document_type") == "other":
        return None
    everyone = dated_in(scene)
    names = [one.value.isoformat() for one in everyone]
    right = [index for index, name in enumerate(names) if name == truth.get(term)]
    if not truth.get(term):
        right = [len(names)]
    return Case(truth["_meta"]["family"], path.stem, names, [*(one.evidence for one in everyone), NOBODY], right)


RANKING = Ranking("dates", {"issue_date": "/issue_date", "due_date": "/due_date"}, case_of, decay=0.1)

if __name__ == "__main__":
    run(__doc__, RANKING)
