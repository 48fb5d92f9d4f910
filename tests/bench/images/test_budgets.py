"""The budgets of infra/budgets.toml are checked."""

from bench.images.budgets import Budgets
from bench.images.changes import CHANGES
from bench.images.image import Image, Layer
from bench.images.ways import WAYS, Figures, Moved


def figures(size: int = 0, ours: float = 1.0, others: float = 100.0) -> Figures:
    layers = (Layer("sha256:1", size, "COPY"),) if size else ()
    return {
        way.name: {change.name: Moved(layers, 0, ours if way.baked else others, 0.0) for change in CHANGES}
        for way in WAYS
    }


def image(size: int) -> Image:
    return Image("localhost:5000/lambda:before", "sha256:2", (Layer("sha256:1", size, "COPY"),), 0)


def test_every_budget_is_for_a_change_that_is_measured() -> None:
    assert set(Budgets.load().delta) <= {change.name for change in CHANGES}


def test_nothing_moved_breaks_no_budget() -> None:
    assert Budgets.load().broken(figures(), [image(1)]) == []


def test_every_budget_that_is_broken_is_named() -> None:
    broken = "\n".join(Budgets.load().broken(figures(size=300_001), [image(10**9)]))
    for change in Budgets.load().delta:
        assert f"cloudrun, {change}: 300,001 bytes moved" in broken
    assert "lambda: 1,000,000,000 bytes" in broken


def test_a_slow_rebuild_is_named() -> None:
    (first, second) = Budgets.load().broken(figures(ours=11.0), [])
    assert first.startswith("lambda: rebuilt in 11.0% of the time of one_venv")
    assert second.startswith("cloudrun: ")
