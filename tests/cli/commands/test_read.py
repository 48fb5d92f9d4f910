"""invoicy read as a user types it."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from invoicy import Reading, read
from invoicy.cli import invoicy
from tests.cli.pseudo_terminal import on_terminal
from tests.requirements import SAMPLES
from tests.xml_documents import ubl, valid_ubl

GOOD = SAMPLES / "ubl-invoice.xml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(invoicy, ["read", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three documents: one is not an invoice, one is in a subfolder."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.xml").write_bytes(valid_ubl())
    (tmp_path / "in" / "deep" / "b.xml").write_bytes(valid_ubl())
    (tmp_path / "in" / "c.txt").write_text("no invoice")
    (tmp_path / "in" / ".hidden").write_text("not looked at")
    return tmp_path / "in"


def test_an_invoice_in_a_pipe_is_a_line_of_json() -> None:
    result = run(GOOD)
    assert result.exit_code == 0
    assert Reading.from_json(result.stdout) == read(GOOD)
    assert "1 document: 1 accepted" in result.stderr


def test_a_folder_is_walked_and_a_bad_file_does_not_stop_the_rest(folder: Path) -> None:
    result = run(folder)
    assert result.exit_code == 1
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == ["a.xml", "c.txt", "b.xml"]
    assert "3 documents: 2 accepted, 1 rejected" in result.stderr


def test_a_missing_file_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    result = run(tmp_path / "gone.xml", GOOD)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert f"There is no file at {tmp_path / 'gone.xml'}." in result.stderr
    assert "1 accepted, 1 unreadable" in result.stderr


def test_a_glob_that_the_shell_left_alone(folder: Path) -> None:
    result = run(f"{folder}/**/*.xml")
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == ["a.xml", "b.xml"]


@pytest.mark.parametrize("arguments", [(), ("",), ("--profile", "x", "a.xml"), ("--jobs", "0", "a.xml")])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_an_empty_folder_is_not_an_error(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No documents.\n")


def test_files_that_are_not_documents_are_counted(folder: Path) -> None:
    (folder / "c.txt").unlink()
    for name in ("notes.md", "Thumbs.db", "package.json"):
        (folder / name).write_text("\n")
    result = run(folder)
    assert result.exit_code == 0
    assert result.stderr.endswith("Skipped 3 files that are not documents.\n")


def test_a_second_run_leaves_its_results_alone(folder: Path) -> None:
    for _ in range(2):
        result = run(folder, "--out", folder / "out")
        assert "3 documents: 2 accepted, 1 rejected" in result.stderr
    assert len(list((folder / "out").iterdir())) == 3


def test_standard_input_is_a_document() -> None:
    result = CliRunner().invoke(invoicy, ["read", "-", "-"], input=valid_ubl())
    (line,) = map(json.loads, result.stdout.splitlines())
    assert (line["path"], line["name"], line["status"]) == ("-", "stdin", "accepted")


def test_lines_distinguish_copies(folder: Path) -> None:
    (folder / "deep" / "a.xml").write_bytes(ubl())
    paths = [json.loads(line)["path"] for line in run(folder).stdout.splitlines()]
    assert paths == [str(folder / name) for name in ("a.xml", "c.txt", "deep/a.xml", "deep/b.xml")]


def test_a_problem_names_its_path_once(tmp_path: Path) -> None:
    gone = tmp_path / "gone.xml"
    assert run(gone).stderr.splitlines()[0] == f"invoicy: There is no file at {gone}."


def test_printed_reads_the_page_and_not_the_xml_in_it() -> None:
    (as_xml, as_page) = (run(SAMPLES / "hybrid-facturx-en16931.pdf", *extra) for extra in ((), ("--printed",)))
    assert json.loads(as_xml.stdout)["syntax"] == "cii"
    assert json.loads(as_page.stdout)["syntax"] == "printed"


def test_printed_gives_flat_records_of_what_the_pages_show() -> None:
    result = run("--printed", "--format", "record", SAMPLES / "printed-german.pdf")
    record = json.loads(result.stdout)
    assert (record["document_type"], record["gross_total"]) == ("invoice", "20630.74")


def test_records_are_a_line_for_each_invoice_and_a_file_for_each_document(tmp_path: Path) -> None:
    two = SAMPLES / "two-invoices.pdf"
    lines = run("--format", "record", two).stdout.splitlines()
    run("--format", "record", two, "--out", tmp_path)
    numbers = [json.loads(line)["invoice_number"] for line in lines]
    assert numbers == ["SH/4409", "100418"]
    assert [record["invoice_number"] for record in json.loads((tmp_path / "two-invoices.json").read_text())] == numbers


_UNCERTAIN = SAMPLES / "printed-french.pdf"


def test_the_table_names_the_command_that_lists_the_other_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    name = _UNCERTAIN.name
    for options in "", "--profile peppol ":
        printed = run("--format", "table", *options.split(), name).stdout
        assert f" more: invoicy check {options}{name})" in " ".join(printed.split())


def test_the_table_names_no_command_that_would_list_other_findings() -> None:
    printed = run("--format", "table", "--printed", _UNCERTAIN).stdout
    output = CliRunner().invoke(invoicy, ["read", "--format", "table", "-"], input=_UNCERTAIN.read_bytes()).stdout
    assert "(and 1 more)" in printed
    assert "(and 1 more)" in output


def test_out_writes_a_reading_for_each_document(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(folder, "--out", out)
    assert sorted(p.name for p in out.iterdir()) == ["a.json", "b.json", "c.json"]
    assert Reading.from_json((out / "a.json").read_text()) == read(folder / "a.xml")
    assert json.loads((out / "c.json").read_text())["status"] == "rejected"
    assert str(out) in result.stderr


def test_shared_names_never_overwrite_each_other(folder: Path, tmp_path: Path) -> None:
    for name in ("deep/a.xml", "a.pdf"):
        (folder / name).write_bytes(ubl())
    out = tmp_path / "out"
    run(folder, "--out", out)
    names = sorted(p.name for p in out.iterdir())
    assert len(names) == 5
    assert {"a.pdf.json", "b.json", "c.json"} < set(names)
    assert sum(name.endswith("a.xml.json") for name in names) == 2


def test_many_documents_in_processes_come_in_order(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.xml").write_bytes(ubl().replace(b"R-1", f"R-{number}".encode()))
    result = run(tmp_path, "--jobs", "2")
    numbers = [json.loads(line)["invoices"][0]["invoice"]["number"] for line in result.stdout.splitlines()]
    assert numbers == [f"R-{number}" for number in range(40)]


def test_a_result_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / f".ubl-invoice.json.{os.getpid()}.part").mkdir(parents=True)
    result = run(GOOD, "--out", out)
    assert result.exit_code == 1
    assert "The result cannot be written" in result.stderr


def test_a_file_where_the_folder_should_be_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    assert run(GOOD, "--out", tmp_path / "out").exit_code == 2


def test_the_table_shows_what_each_document_is() -> None:
    result = run(SAMPLES, "--format", "table")
    for text in ("PDF · CII", "e-mail · UBL", "Windroos Kantoormeubelen B.V.", "7,021.54 EUR", "later version"):
        assert text in " ".join(result.stdout.split()), text


def test_a_terminal_gets_the_table() -> None:
    code, screen = on_terminal("read", str(GOOD), columns=160)
    assert code == 0
    assert "Windroos Kantoormeubelen B.V." in screen
    assert '"schema"' not in screen


def test_the_progress_is_gone_when_the_run_is(tmp_path: Path) -> None:
    """The bar is drawn over itself: what the terminal shows in the end is what follows the last erased line."""
    code, screen = on_terminal("read", str(SAMPLES), "--format", "json", output=tmp_path / "readings.jsonl")
    assert code == 1
    assert "Reading" in screen
    assert len((tmp_path / "readings.jsonl").read_text().splitlines()) == 18
    _, _, left = screen.rpartition("\x1b[2K")
    assert "Reading" not in left
    assert "18 documents: " in left


def test_a_message_does_not_break_the_progress(tmp_path: Path) -> None:
    _, screen = on_terminal(
        "read", str(GOOD), "gone.xml", str(GOOD), "--format", "json", output=tmp_path / "readings.jsonl"
    )
    assert "gone.xml" in screen
