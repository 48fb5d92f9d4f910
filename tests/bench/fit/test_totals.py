"""The weights of the totals are varied one by one."""

from typing import NamedTuple

import pytest
from bench.fit.totals import (
    FACTORS,
    LabelledPages,
    Variation,
    balance,
    changed,
    names,
    table_with,
    value_of,
    variations,
)
from bench.scores import Scores

from invoicy import data
from tests.pages.typeset import typeset

PAGE = typeset(
    (50, 50, "Invoice No: 17"),
    (300, 400, "Subtotal"), (500, 400, "100.00"),
    (300, 415, "VAT 20%"), (500, 415, "20.00"),
    (300, 430, "Total"), (500, 430, "120.00"),
)  # fmt: skip


class Count(NamedTuple):
    tp: int
    fp: int


class Module:
    """Fake of the corpus's program: a value is right if it is that of the truth."""

    @staticmethod
    def score_field(name: str, truth: dict[str, object], record: dict[str, object]) -> Count | None:
        return Count(1, 0) if truth.get(name) == record[name] else Count(0, 1)


SCORES = Scores(Module)
RIGHT = {"net_total": "100.00", "tax_total": "20.00", "gross_total": "120.00", "amount_due": "120.00"}


def test_right_totals_count_for_and_wrong_ones_against() -> None:
    assert balance([LabelledPages(PAGE, RIGHT)], SCORES) == 4
    assert balance([LabelledPages(PAGE, RIGHT | {"tax_total": "19.00"})], SCORES) == 2


def test_a_weight_is_changed_for_the_length_of_the_block() -> None:
    before = value_of("labels.alone")
    with changed("labels.alone", 0.1):
        assert value_of("labels.alone") == 0.1
    assert value_of("labels.alone") == before


def test_a_changed_weight_changes_the_totals() -> None:
    with changed("scoring.labelled_sum", -5.0):
        assert balance([LabelledPages(PAGE, RIGHT)], SCORES) < 4


def test_every_weight_is_varied_and_set_back() -> None:
    before = {name: value_of(name) for name in names()}
    varied = list(variations([LabelledPages(PAGE, RIGHT)], SCORES))
    assert [variation.name for variation in varied] == list(names())
    assert all(len(variation.gains) == len(FACTORS) for variation in varied)
    assert {name: value_of(name) for name in names()} == before


@pytest.mark.parametrize(("gains", "best"), [((0, 0, 0, 0), 0.8), ((-1, 2, 1, 0), 0.64), ((-1, 0, 0, 3), 1.6)])
def test_a_weight_stays_unless_another_value_gains(gains: tuple[int, ...], best: float) -> None:
    assert len(gains) == len(FACTORS)
    assert Variation("labels.alone", 0.8, gains).best == best


def test_the_table_keeps_reasons_and_other_values() -> None:
    written = table_with({"labels.alone": 0.5}).splitlines()
    now = data.content("weights/totals.tsv").decode().splitlines()
    assert written[1] == now[1].replace("\t1.0\t", "\t0.5\t")
    assert written[2:] == now[2:]
