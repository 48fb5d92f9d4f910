"""Arguments that name files."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from invoicy.cli import invoicy


@pytest.mark.parametrize(
    ("command", "problem"), [("read", "No such option"), ("check", "-o is both an option and a file.")]
)
def test_a_file_called_like_an_option_gets_a_hint(
    command: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-o").write_text("")
    (tmp_path / "a.xml").write_text("<a/>")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(invoicy, [command, "-o", "a.xml", "a.xml"])
    assert result.exit_code == 2
    assert problem in result.stderr
    assert f"If it is a file, put -- before the files: invoicy {command} -- *" in result.stderr
    assert "--" not in CliRunner().invoke(invoicy, [command, "-q"]).stderr.replace("--help", "")
    assert "no such option" not in CliRunner().invoke(invoicy, [command, "--", "-o", "a.xml"]).output.lower()
    assert (tmp_path / "a.xml").read_text() == "<a/>"


def test_a_file_whose_name_holds_an_option_never_overwrites_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("-oa.xml", "a.xml", "b.xml"):
        (tmp_path / name).write_text("<a/>")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(invoicy, ["check", "-oa.xml", "b.xml"]).exit_code == 2
    assert (tmp_path / "a.xml").read_text() == "<a/>"


@pytest.mark.parametrize("command", ["read", "check", "show"])
def test_an_empty_path_is_wrong_usage(command: str) -> None:
    result = CliRunner().invoke(invoicy, [command, ""])
    assert result.exit_code == 2
    assert "empty" in result.stderr
