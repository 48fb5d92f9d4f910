"""The last line of a run."""

from collections import Counter
from pathlib import Path

from invoicy.cli.outputs.summary import stopped, summary


def test_a_run_is_summed_up_by_verdict() -> None:
    counts = Counter(rejected=2, accepted=1300, review=1)
    assert summary(counts, 2.04) == "1,303 documents: 1,300 accepted, 1 to review, 2 rejected, in 2.0 s."


def test_the_folder_of_the_results_is_named_safely() -> None:
    assert summary(Counter(rejected=1), 0.5, Path("a\x1bb")) == (
        r"1 document: 1 rejected, in 0.5 s. The results are in a\x1bb."
    )


def test_the_folder_of_results_is_not_named_without_a_result() -> None:
    assert summary(Counter(unreadable=2), 0.5, Path("out")) == "2 documents: 2 unreadable, in 0.5 s."
    assert stopped(Counter(), 400, Path("out")) == "Stopped: 0 of 400 documents read."


def test_a_stopped_run_reports_how_many_documents_were_read() -> None:
    assert stopped(Counter(accepted=137), 400, Path("out")) == (
        "Stopped: 137 of 400 documents read (137 accepted). The results are in out."
    )
    assert stopped(Counter(), 400) == "Stopped: 0 of 400 documents read."
