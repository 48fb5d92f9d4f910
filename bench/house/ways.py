"""The way of one document: how often it is hashed, opened and labelled, and the calls and log lines on its way."""

from bench.house.figure import Figure
from bench.house.runs import run
from bench.house.trees import Tree

_PLACES = ("laptop", "aws", "google")


def hashes(tree: Tree) -> Figure:
    """SHA-256 digests of one document's bytes: laptop, AWS, Google."""
    return Figure(", ".join(str(run(tree, place)["hashes"]) for place in _PLACES))


def frames(tree: Tree) -> Figure:
    """Calls on the stack where the reader begins, from the handler and from the intake: laptop, AWS, Google."""
    reports = {place: run(tree, place) for place in _PLACES}
    return Figure(
        ", ".join(f"{len(report['stack'])} ({report['from_intake']})" for report in reports.values()),
        tuple(f"{place}: {' > '.join(report['stack'])}" for place, report in reports.items()),
    )


def log_lines(tree: Tree) -> Figure:
    """Lines in the log for one document that is stored: AWS, Google."""
    lines: dict[str, list[str]] = {place: run(tree, place)["log"] for place in _PLACES[1:]}
    return Figure(
        ", ".join(str(len(written)) for written in lines.values()),
        tuple(f"{place}: {line}" for place, written in lines.items() for line in written),
    )


def openings(tree: Tree) -> Figure:
    """Times that a PDF of two pages is opened, and times that each of its pages is labelled."""
    report = run(tree, "pages")
    return Figure(f"{report['opened']:g}, {report['labelled']:g}")


def kinds_without_weight(tree: Tree) -> Figure:
    """Kinds of evidence that reading documents notes and no file of weights knows."""
    report = run(tree, "evidence")
    kinds = tuple(f"{name}: {kind}" for name, kinds in report["without_weight"].items() for kind in kinds)
    return Figure(f"{len(kinds)} ({report['invoices']} invoices)", kinds)
