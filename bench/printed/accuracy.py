"""Count the values that are right, by field and family, and the documents that are accepted though wrong."""

import random
import statistics
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.labelled import Doc, Pair
from bench.scores import Scores
from invoicy import read
from invoicy.readings.record import record_of

_REQUIRED = ("invoice_number", "issue_date", "seller_name", "currency", "gross_total")


def first_record(path: Path) -> Doc:
    record = record_of(read(path, printed=True))
    return record[0] if isinstance(record, list) else record


def figures(name: str, pairs: list[Pair], scores: Scores) -> None:
    """Accuracy by field and by family, with a bootstrap interval over families."""
    records = {path.stem: first_record(path) for path, _ in pairs}
    truths = {path.stem: truth for path, truth in pairs}
    print(f"\n== {name}\n{scores.table(scores.score(truths, records))}")
    by_family: dict[str, list[str]] = defaultdict(list)
    for stem, truth in truths.items():
        by_family[truth["_meta"]["family"]].append(stem)
    low, high = _bootstrap(list(by_family.values()), lambda stems: _macro(stems, truths, records, scores))
    print(f"macro families hard, 90 % of bootstrap samples of families: {low:.3f} to {high:.3f}")
    accepted = [stem for stem in truths if records[stem].get("status") == "accepted"]
    wrong = [stem for stem in accepted if _is_wrong(truths[stem], records[stem], scores)]
    print(f"accepted {len(accepted)} of {len(truths)}; accepted with a wrong required field: {len(wrong)} {wrong}")


def _macro(groups: list[list[str]], truths: dict[str, Doc], records: dict[str, Doc], scores: Scores) -> float:
    each = []
    for stems in groups:
        chosen = scores.score({stem: truths[stem] for stem in stems}, {stem: records[stem] for stem in stems})
        each.append(chosen["family_macro_hard_f1"])
    return statistics.fmean(each)


def _bootstrap(groups: list[list[str]], figure: Callable[[list[list[str]]], float]) -> tuple[float, float]:
    alone = [figure([group]) for group in groups]
    draw = random.Random(1)  # noqa: S311  a fixed sequence, no secret
    means = sorted(statistics.fmean(draw.choices(alone, k=len(alone))) for _ in range(1000))
    return means[50], means[949]


def _is_wrong(truth: Doc, record: Doc, scores: Scores) -> bool:
    counts = (scores.field(name, truth, record) for name in _REQUIRED)
    return any(count is not None and count.fp for count in counts)
