"""invoicy check and invoicy rules: reports, JSON and exit codes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from invoicy.cli import invoicy
from invoicy.cli.commands.check import check_all
from invoicy.cli.inputs.streams import Input
from invoicy.rules import CheckContext
from tests.requirements import ROOT, SAMPLES
from tests.xml_documents import ubl, valid_ubl

BAD = SAMPLES / "bad-total.xml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(invoicy, [str(argument) for argument in arguments])


def test_a_sound_invoice_exits_0(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(valid_ubl())
    result = run("check", tmp_path / "a.xml")
    assert result.exit_code == 0
    assert "Muster GmbH" in result.stdout


def test_a_fatal_finding_exits_1_and_states_the_right_value() -> None:
    result = run("check", BAD)
    assert result.exit_code == 1
    assert "BR-CO-15" in result.stdout
    assert "12,998.70 + 2,461.52 = 15,460.22" in " ".join(result.stdout.split())


def test_json_is_an_object_for_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(ubl())
    (tmp_path / "b.txt").write_text("no invoice")
    result = run("check", "--json", tmp_path / "a.xml", tmp_path / "b.txt", tmp_path / "gone.xml")
    assert result.exit_code == 1
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert (first["status"], second["status"], third["status"]) == ("review", "rejected", "unreadable")
    assert first["fatal"] == sum(finding["severity"] == "fatal" for finding in first["findings"])
    assert {"invoice", "rule", "severity", "message", "path", "terms", "values"} <= set(first["findings"][0])
    assert "There is no file" in third["error"]


@pytest.mark.parametrize(("form", "start"), [("json", "{"), ("junit", "<?xml"), ("sarif", "{"), ("text", "!")])
def test_every_format_is_written_and_gives_the_same_exit_code(form: str, start: str) -> None:
    result = run("check", "--format", form, BAD)
    assert result.exit_code == 1
    assert result.stdout.startswith(start)
    assert "BR-CO-15" in result.stdout


def test_a_report_can_go_to_a_file(tmp_path: Path) -> None:
    result = run("check", "--format", "sarif", "-o", tmp_path / "a.sarif", BAD)
    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads((tmp_path / "a.sarif").read_text())["version"] == "2.1.0"
    assert run("check", "-o", tmp_path / "a.txt", BAD).stdout == ""
    assert "XML line 119" in (tmp_path / "a.txt").read_text()


def test_a_report_never_overwrites_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(BAD.read_bytes())
    (tmp_path / "link.xml").symlink_to("a.xml")
    assert run("check", "-o", tmp_path / "link.xml", tmp_path / "a.xml").exit_code == 2
    assert (tmp_path / "a.xml").read_bytes() == BAD.read_bytes()


def test_the_page_on_checking_shows_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    block = page.split("```console\n$ invoicy check samples/documents/bad-total.xml\n")[1].split("```")[0]
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)  # workers of a parallel run have it
    assert run("check", "samples/documents/bad-total.xml").stdout == block


def test_two_formats_at_once_are_wrong_usage() -> None:
    assert run("check", "--json", "--format", "sarif", BAD).exit_code == 2
    assert run("check", "--json", "--format", "json", BAD).exit_code == 1


def test_the_report_names_files_that_are_not_invoices_too(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("no invoice")
    result = run("check", BAD, tmp_path / "b.txt", tmp_path / "gone.xml")
    assert "INVOICY-UNKNOWN-KIND" in result.stdout
    assert "0 of 3 files have no fatal findings." in result.stdout


def test_a_profile_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(valid_ubl())
    assert run("check", "--profile", "xrechnung", tmp_path / "a.xml").exit_code == 1
    assert run("check", "--profile", "nonsense", tmp_path / "a.xml").exit_code == 2
    assert run("check").exit_code == 2


def test_an_invoice_to_another_buyer_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(valid_ubl())
    result = run("check", "--own-name", "Anders OY", tmp_path / "a.xml")
    assert result.exit_code == 0
    assert "INVOICY-ADDRESSEE" in result.stdout


def test_rules_are_listed_a_line_each() -> None:
    lines = run("rules").stdout.splitlines()
    assert len(lines) > 1500
    assert lines[0].split("\t")[:2] == ["BR-01", "fatal"]
    assert len(run("rules", "--profile", "facturx-minimum").stdout.splitlines()) < 60
    assert {"id", "severity", "milder", "terms", "sentence", "profiles"} == set(
        json.loads(run("rules", "--json").stdout)[0]
    )


def test_a_rule_about_the_xml_has_no_example() -> None:
    assert "No example:" in run("rules", "UBL-SR-12").stdout


def test_an_unknown_rule_is_wrong_usage() -> None:
    result = run("rules", "BR-CO-99")
    assert result.exit_code == 2
    assert "Unknown rule BR-CO-99. Did you mean BR-CO-" in result.stderr


def test_standard_input_is_checked_and_an_empty_folder_is_not_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(invoicy, ["check", "--json", "-"], input=valid_ubl())
    assert (result.exit_code, json.loads(result.stdout)["file"]) == (0, "-")
    assert (run("check", tmp_path).exit_code, run("check", tmp_path).stderr) == (0, "No documents.\n")


def test_standard_input_is_checked() -> None:
    result = CliRunner().invoke(invoicy, ["check", "-"], input=BAD.read_bytes())
    assert result.exit_code == 1
    assert "! standard input" in result.stdout
    assert "BR-CO-15" in result.stdout


class StoppedAfterOne(tuple[Input, ...]):
    """Documents whose second one never comes: the user presses Ctrl-C."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Input]:
        yield self[0]
        raise KeyboardInterrupt


def test_what_was_checked_before_ctrl_c_is_kept() -> None:
    checked, is_whole = check_all(StoppedAfterOne([Input(BAD), Input(BAD)]), "auto", CheckContext())
    assert not is_whole
    assert [file.file for file in checked] == [str(BAD)]
