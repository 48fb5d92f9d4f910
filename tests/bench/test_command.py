"""The list of benches, and the command of each."""

import sys

import pytest
from bench.benches import BENCHES, Bench
from bench.command import bench
from click.testing import CliRunner

from tests.requirements import ROOT


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and output of `python -m bench`."""
    result = CliRunner().invoke(bench, arguments, prog_name="python -m bench", terminal_width=200)
    return result.exit_code, result.output


def test_the_list_gives_each_bench_with_its_sentence_and_its_needs() -> None:
    code, text = run()
    assert code == 0
    for each in BENCHES:
        (line,) = (line for line in text.splitlines() if line.strip().startswith(f"{each.name} "))
        assert each.sentence in line
        assert each.needs in line


def test_a_group_lists_its_own_benches_alone() -> None:
    code, text = run("fit")
    assert code == 0
    assert "parties" in text
    assert "einvoice" not in text


@pytest.mark.parametrize("each", BENCHES, ids=lambda each: each.name)
def test_every_bench_answers_help(each: Bench) -> None:
    code, text = run(*each.name.split(), "--help")
    assert code == 0
    assert text.startswith(f"Usage: python -m bench {each.name} ")


@pytest.mark.parametrize("name", [each.name for each in BENCHES if each.name.startswith("fit ")])
def test_a_command_that_fits_names_the_file_it_writes(name: str) -> None:
    ending = "tsv" if name == "fit totals" else "json"
    file = f"shared/invoicy/data/weights/{name.removeprefix('fit ')}.{ending}"
    assert file in " ".join(run(*name.split(), "--help")[1].split())
    assert (ROOT / file).is_file()


def test_an_unknown_bench_is_a_wrong_usage() -> None:
    code, text = run("nothing")
    assert code == 2
    assert "No such command 'nothing'" in text


def test_the_list_loads_no_bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bench.rules.command", raising=False)
    run()
    assert "bench.rules.command" not in sys.modules
