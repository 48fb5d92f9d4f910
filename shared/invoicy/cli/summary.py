"""The closing line of a run."""

from collections import Counter
from collections.abc import Sequence

from invoicy.cli.work import Outcome


def summary(outcomes: Sequence[Outcome], seconds: float) -> str:
    """The closing line: how many of which status, and how fast."""
    counts = Counter("unreadable" if outcome.error else str(outcome.status) for outcome in outcomes)
    parts = ", ".join(f"{counts[key]} {key}" for key in ("accepted", "review", "rejected", "unreadable") if counts[key])
    noun = "document" if len(outcomes) == 1 else "documents"
    rate = len(outcomes) / seconds if seconds else 0.0
    return f"{len(outcomes)} {noun}: {parts} · {seconds:.1f} s, {rate:,.0f} a second"
