"""The closing line of a run."""

from collections.abc import Mapping

VERDICTS = ("accepted", "review", "rejected", "unreadable")


def summary(counts: Mapping[str, int], seconds: float) -> str:
    """How many documents of which verdict, and how fast."""
    total = sum(counts.values())
    parts = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts.get(verdict))
    rate = total / seconds if seconds else 0.0
    return f"{total} {'document' if total == 1 else 'documents'}: {parts} · {seconds:.1f} s, {rate:,.0f} a second"
