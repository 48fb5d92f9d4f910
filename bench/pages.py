"""Printed invoices: accuracy by field and family, calibration, and speed beside others, in one run.

usage: uv run python -m bench.pages [--synthetic DIR] [--fit] [--errors FILE] [--speed] [--memory]

Reads the corpus at INVOICY_CORPUS. --synthetic: also the invoices that bench/synthetic wrote there. --fit: write the
confidence curves anew. --errors: a report with a crop of the page for every value that is wrong.
Nothing but the confidence curves is fitted; their figures are made with the document's own family left out.
"""

import argparse
import json
import os
import random
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench.corpus import corpus
from bench.scores import Scores, load_scores
from bench.speed import speed
from invoicy import read
from invoicy.pages.candidates import scene_of
from invoicy.pages.confidence import Curves, confidence_in
from invoicy.pages.header import header_of
from invoicy.pages.printed import terms_of
from invoicy.pages.words import pages_of_pdf
from invoicy.record import record_of

Doc = dict[str, Any]
Seen = tuple[str, str, float, bool]  # family, pointer, score, right
_FIELDS = {
    "/number": "invoice_number", "/issue_date": "issue_date", "/due_date": "due_date", "/currency_code": "currency",
    "/purchase_order_reference": "purchase_order",
    "/seller/name": "seller_name", "/seller/vat_identifier": "seller_vat_id",
    "/buyer/name": "buyer_name", "/buyer/vat_identifier": "buyer_vat_id", "/payment/accounts/0/identifier": "iban",
    "/totals/without_vat": "net_total", "/totals/vat": "tax_total", "/totals/with_vat": "gross_total",
    "/totals/due": "amount_due",
}  # fmt: skip
_CURVES = Path(__file__).parents[1] / "shared" / "invoicy" / "data" / "confidence.json"
_UNSEEN = [(0.0, 0.2), (0.4, 0.65), (0.7, 0.9), (0.95, 0.97), (1.001, 0.985)]
_PRIOR_WEIGHT = 40.0
_CHANCES = frozenset({"/number", "/purchase_order_reference"})  # their scores are chances by themselves
_SUREST = 0.98
_READINGS = 1000
_REQUIRED = ("invoice_number", "issue_date", "seller_name", "currency", "gross_total")
_SPLITS = (("pages", "pages/truth", "pages/pdf"), ("world_text", "world/truth", "world/files"))


def documents(synthetic: Path | None) -> dict[str, list[tuple[Path, Doc]]]:
    """PDFs and their truths, by split."""
    splits = json.loads((corpus() / "splits.json").read_text(encoding="utf-8"))
    found = {
        name: [(corpus() / files / f"{one}.pdf", _truth(corpus() / truths / f"{one}.json")) for one in splits[name]]
        for name, truths, files in _SPLITS
    }
    if synthetic:
        found["synthetic"] = [
            (path, _truth(synthetic / "truth" / f"{path.stem}.json"))
            for path in sorted((synthetic / "pdf").glob("*.pdf"))
        ]
    return found


def _truth(path: Path) -> Doc:
    truth: Doc = json.loads(path.read_text(encoding="utf-8"))
    return truth


def first_record(path: Path) -> Doc:
    record = record_of(read(path, printed=True))
    return record[0] if isinstance(record, list) else record


def figures(name: str, pairs: list[tuple[Path, Doc]], scores: Scores) -> None:
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


# ------------------------------------------------------------------ confidence
def observations(pairs: Iterable[tuple[Path, Doc]], scores: Scores) -> list[Seen]:
    """What spoke for each value that was found, and whether it is right; values with no truth are left out."""
    seen: list[Seen] = []
    for path, truth in pairs:
        pages = tuple(page for page in pages_of_pdf(path.read_bytes()) if not page.needs_ocr)
        for pointer, found in terms_of(header_of(scene_of(pages))):
            field = _FIELDS.get(pointer)
            count = scores.field(field, truth, {field: str(found.value)}) if found and field else None
            if found and count is not None and count.tp + count.fp:
                seen.append((truth["_meta"]["family"], pointer, found.score, bool(count.tp)))
    return seen


def fit(seen: list[Seen]) -> Curves:
    """A rising curve of a few points for each term with enough values, and one for the rest."""
    by_pointer: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for _, pointer, score, right in seen:
        by_pointer[pointer].append((score, right))
        by_pointer["default"].append((score, right))
    return {pointer: _curve(values, pointer) for pointer, values in by_pointer.items() if len(values) >= 60}


def _curve(values: list[tuple[float, bool]], pointer: str) -> list[tuple[float, float]]:
    """Shares of right values in groups of like scores, drawn to the prior, made to rise."""
    values = sorted(values)
    size = max(15, len(values) // 8)
    groups = [values[start : start + size] for start in range(0, len(values), size)]
    points: list[list[float]] = []
    for group in groups:
        right = sum(one for _, one in group)
        middle = statistics.fmean(score for score, _ in group)
        points.append([middle, right + _PRIOR_WEIGHT * _prior(middle, pointer), len(group) + _PRIOR_WEIGHT])
        while len(points) > 1 and points[-2][1] / points[-2][2] > points[-1][1] / points[-1][2]:
            score, hits, count = points.pop()
            before = points[-1]
            before[0] = (before[0] * before[2] + score * count) / (before[2] + count)
            before[1], before[2] = before[1] + hits, before[2] + count
    curve = [(round(score, 3), round(hits / count, 3)) for score, hits, count in points]
    lowest = 0.0 if pointer in _CHANCES else round(curve[0][1] / 2, 3)
    return [(0.0, lowest), *curve, (1.001, curve[-1][1])]


def _prior(score: float, pointer: str) -> float:
    """What a score is worth on layouts nobody has looked at: the corpus was looked at while the rules were made."""
    if pointer in _CHANCES:
        return min(score, _SUREST)
    return confidence_in({"default": _UNSEEN}, "default", score)


def calibration(seen: list[Seen]) -> None:
    """Expected calibration error and coverage at 99 % precision, each family judged by curves that never saw it."""
    judged: list[tuple[float, bool]] = []
    for family in sorted({one[0] for one in seen}):
        curves = fit([one for one in seen if one[0] != family])
        judged += [
            (confidence_in(curves, pointer, score), right) for name, pointer, score, right in seen if name == family
        ]
    judged.sort(reverse=True)
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        bins[min(9, int(confidence * 10))].append((confidence, right))
    error = sum(
        abs(statistics.fmean(c for c, _ in group) - statistics.fmean(r for _, r in group)) * len(group)
        for group in bins.values()
    ) / len(judged)
    hits, covered = 0, 0
    for index, (_, right) in enumerate(judged, 1):
        hits += right
        covered = index if hits >= 0.99 * index else covered
    print(f"\n== confidence, family left out: {len(judged)} values, {statistics.fmean(r for _, r in judged):.3f} right")
    print(f"expected calibration error {error:.3f}; coverage at 99 % precision {covered / len(judged):.3f}")


# ------------------------------------------------------------------ memory
def memory(paths: list[Path]) -> None:
    """Resident memory after each quarter of 1,000 readings in one process: flat where nothing is kept."""
    contents = [path.read_bytes() for path in paths]
    print(f"\n== memory, {_READINGS} readings of {len(paths)} documents")
    for index in range(_READINGS):
        read(contents[index % len(contents)], printed=True)
        if (index + 1) % (_READINGS // 4) == 0:
            print(f"after {index + 1:5}: {_resident_mib():.0f} MiB")


def _resident_mib() -> float:
    """As Linux tells it in /proc."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


# ------------------------------------------------------------------ errors
def report(out: Path, found: dict[str, list[tuple[Path, Doc]]], scores: Scores) -> None:
    """An HTML page: each wrong value, what is right, and the strip of the page it was read from."""
    rows = []
    for pairs in found.values():
        for path, truth in pairs:
            reading = read(path, printed=True)
            record = first_record(path)
            evidence = reading.invoices[0].evidence if reading.invoices else {}
            for pointer, field in _FIELDS.items():
                count = scores.field(field, truth, record)
                if count and (count.fp or count.fn):
                    shown = evidence.get(pointer)
                    image = _crop(path, shown.page, shown.box) if shown else ""
                    rows.append(
                        f"<tr><td>{path.stem}<td>{field}<td>{truth.get(field)}<td>{record.get(field)}<td>{image}"
                    )
    out.write_text("<meta charset=utf-8><table border=1>" + "\n".join(rows) + "</table>", encoding="utf-8")
    print(f"{len(rows)} wrong values in {out}")


def _crop(path: Path, page: int, box: tuple[float, float, float, float]) -> str:
    import base64
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[page - 1].render(scale=1.5).to_pil()
    x0, y0, x1, y1 = box
    area = (
        max(0, x0 - 0.2) * image.width,
        max(0, y0 - 0.03) * image.height,
        min(1, x1 + 0.2) * image.width,
        min(1, y1 + 0.03) * image.height,
    )
    stream = io.BytesIO()
    image.crop(tuple(int(value) for value in area)).save(stream, "PNG")
    return f'<img src="data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}">'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--synthetic", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--memory", action="store_true")
    args = parser.parse_args()
    scores, found = load_scores(), documents(args.synthetic)
    seen = observations([pair for pairs in found.values() for pair in pairs], scores)
    if args.fit:
        _CURVES.write_text(json.dumps(fit(seen), indent=1) + "\n", encoding="utf-8")
    for name, pairs in found.items():
        figures(name, pairs, scores)
    calibration(seen)
    if args.errors:
        report(args.errors, found, scores)
    if args.speed:
        speed([path for name in ("pages", "world_text") for path, _ in found[name]])
    if args.memory:
        memory([path for name in ("pages", "world_text") for path, _ in found[name]])


if __name__ == "__main__":
    main()
