"""The estimated cost of a document."""

import pytest

from invoicy_aws.costs import cost_of_document, memory_megabytes


def test_a_second_of_a_gigabyte_costs_the_price_of_the_list() -> None:
    per_thousand = 1_000 * cost_of_document(seconds=1.0, megabytes=1024)
    assert per_thousand == pytest.approx(0.0166667 + 0.0002 + 0.0012 + 0.01 + 0.001)


def test_arm_is_cheaper() -> None:
    assert cost_of_document(1.0, 1024, "arm64") < cost_of_document(1.0, 1024, "x86_64")


def test_the_memory_is_the_one_that_lambda_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "2048")
    assert memory_megabytes() == 2048
