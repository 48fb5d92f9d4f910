"""Settings of commands: an option overrides the environment."""

import subprocess
import sys
from pathlib import Path

import pytest

from invoicy.cli.inputs.store_option import settings_with
from tests.requirements import SAMPLES
from tests.xml_documents import valid_ubl

_PROGRAM = "import sys; sys.argv[0] = 'invoicy'; from invoicy.cli import main; main()"


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _PROGRAM, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_an_option_goes_before_the_environment_and_that_before_the_default() -> None:
    assert settings_with({}).profile == "auto"
    assert settings_with({"INVOICY_PROFILE": "peppol"}).profile == "peppol"
    assert settings_with({"INVOICY_PROFILE": "nonsense"}, profile="xrechnung").profile == "xrechnung"


@pytest.mark.parametrize("command", ["read", "check", "show", "watch", "serve"])
@pytest.mark.parametrize("variable", ["INVOICY_PROFILE", "INVOICY_TENANT"])
def test_an_invalid_setting_is_reported_by_every_command_in_one_sentence(
    command: str, variable: str, tmp_path: Path
) -> None:
    document = SAMPLES / "printed-german.pdf"
    target = {"watch": [tmp_path], "serve": []}.get(command, [document])
    done = run({variable: "No Sense"}, command, *target)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"invoicy: {variable} must be ")
    assert done.stderr.count("\n") == 1


def test_the_profile_of_the_environment_is_applied(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(valid_ubl())
    for command in (["check"], ["read", "--format", "record"]):
        assert "review" not in run({}, *command, tmp_path / "a.xml").stdout
    assert run({"INVOICY_PROFILE": "xrechnung"}, "check", tmp_path / "a.xml").returncode == 1
    assert '"review"' in run({"INVOICY_PROFILE": "xrechnung"}, "read", tmp_path / "a.xml").stdout
    assert '"accepted"' in run({"INVOICY_PROFILE": "xrechnung"}, "read", "--profile", "auto", tmp_path / "a.xml").stdout


def test_names_of_your_own_may_hold_blanks_and_commas(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(valid_ubl())
    others = {"INVOICY_OWN_NAME": "Anders, Inc.; Weitere GmbH"}
    assert "INVOICY-ADDRESSEE" in run(others, "check", tmp_path / "a.xml").stdout
    ours = {"INVOICY_OWN_NAME": "Anders, Inc.; Beispiel AG"}
    assert "INVOICY-ADDRESSEE" not in run(ours, "check", tmp_path / "a.xml").stdout
