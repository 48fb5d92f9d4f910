"""The last line of a run: the number of documents by status."""

from collections.abc import Mapping
from pathlib import Path

from invoicy.wording.printable import printable

_VERDICTS = (
    ("accepted", "accepted"),
    ("review", "to review"),
    ("rejected", "rejected"),
    ("unreadable", "unreadable"),
)


def summary(counts: Mapping[str, int], seconds: float, out: Path | None = None) -> str:
    """Return the number of documents by status, the time of the run, and the folder of the results."""
    done = sum(counts.values())
    return f"{_documents(done)}: {_verdicts(counts)}, in {seconds:.1f} s.{_folder(counts, out)}"


def stopped(counts: Mapping[str, int], total: int, out: Path | None = None) -> str:
    """Return the last line of a run that was stopped. total: number of documents to read."""
    done = sum(counts.values())
    verdicts = f" ({_verdicts(counts)})" if done else ""
    return f"Stopped: {done:,} of {_documents(total)} read{verdicts}.{_folder(counts, out)}"


def _documents(count: int) -> str:
    return f"{count:,} {'document' if count == 1 else 'documents'}"


def _verdicts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts[verdict]:,} {words}" for verdict, words in _VERDICTS if counts.get(verdict))


def _folder(counts: Mapping[str, int], out: Path | None) -> str:
    """Return a sentence that names the folder of the results; "" if no document has a result."""
    has_results = any(count for verdict, count in counts.items() if verdict != "unreadable")
    return f" The results are in {printable(str(out))}." if out and has_results else ""
