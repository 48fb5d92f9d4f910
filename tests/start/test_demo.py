"""The demo succeeds only when every sample was read as it has to be."""

import json

from infra.start.demo import REJECTED, fault_of

from tests.requirements import ROOT, SAMPLES

NAMES = {sample.name for sample in SAMPLES.iterdir()}
EXPECTED = set(REJECTED.read_text(encoding="utf-8").split())
STATUSES: dict[str | None, str | None] = {name: "rejected" if name in EXPECTED else "accepted" for name in NAMES}


def test_the_samples_that_have_to_be_rejected_are_those_of_the_golden_readings() -> None:
    golden = {
        path.name.removesuffix(".json"): json.loads(path.read_bytes()) for path in (ROOT / "tests" / "golden").iterdir()
    }
    assert {name for name, reading in golden.items() if reading["status"] == "rejected"} == EXPECTED


def test_all_read_is_success_though_some_are_rejected() -> None:
    assert fault_of(1, STATUSES, NAMES) == ""


def test_a_sample_without_a_reading_is_a_failure() -> None:
    assert (
        fault_of(1, STATUSES, {*NAMES, "another.pdf"})
        == "The demo failed: 1 of 19 samples were not read, another.pdf among them."
    )


def test_a_sample_that_is_rejected_against_expectation_is_a_failure() -> None:
    assert fault_of(1, STATUSES | {"mail.eml": "rejected"}, NAMES) == "The demo failed: mail.eml should be read."


def test_wrong_usage_is_a_failure() -> None:
    assert fault_of(2, STATUSES, NAMES) == "The demo failed: invoicy ended with exit code 2."
