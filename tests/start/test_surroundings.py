"""`make demo` works in the surroundings that newcomers have, or prints a sentence about what is missing."""

import os
import shutil
from pathlib import Path

import pytest

from tests.requirements import SAMPLES
from tests.start.machine import DEBIAN_PYTHON, NOBODY, Machine, Outcome

pytestmark = [pytest.mark.surroundings, pytest.mark.slow]

SYSTEM = (Path("/usr/bin"), Path("/bin"))
ENSUREPIP = Path("/usr/lib") / DEBIAN_PYTHON.resolve().name / "ensurepip"
PIP = Path("/usr/lib/python3/dist-packages/pip")
SHIM = 'echo "pyenv: ${0##*/}: command not found" >&2; exit 127'
OLD_PYTHON = "import sys\nsys.version_info = (3, 10, 13, 'final', 0)\n"


def assert_it_works(outcome: Outcome, out: Path) -> None:
    assert outcome.code == 0, outcome
    assert len(list(out.glob("*.json"))) == len(list(SAMPLES.iterdir()))
    assert [line for line in outcome.errors if "Traceback" in line] == []
    assert "make install" in outcome.errors[-1]


def assert_one_sentence(outcome: Outcome, *words: str) -> None:
    assert outcome.code == 2, outcome
    (sentence,) = outcome.sentences
    assert sentence.endswith(".")
    assert [word for word in words if word not in sentence] == []


def hidden(*folders: Path) -> list[str]:
    """A mount namespace in which the folders are empty; the command to run in it follows."""
    mounts = " && ".join(f"mount -t tmpfs none {folder}" for folder in folders)
    return ["unshare", "-m", "sh", "-c", f'{mounts} && exec "$@"', "sh"]


def uv_of_this_machine() -> Path:
    uv = os.environ.get("UV") or shutil.which("uv")
    assert uv, "install uv"
    return Path(uv)


def put_uv(machine: Machine, folder: Path | None = None) -> None:
    """A copy, because another user may not reach the original."""
    shutil.copy(uv_of_this_machine(), machine.script("uv", "", folder))


def put_old_python(machine: Machine) -> None:
    (machine.home / "sitecustomize.py").write_text(OLD_PYTHON, encoding="utf-8")
    machine.script("python3", f'PYTHONPATH="{machine.home}" exec {DEBIAN_PYTHON} "$@"')


def test_a_python_with_venv_is_enough(machine: Machine) -> None:
    machine.path = SYSTEM
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


def test_uv_and_a_python_without_pip_and_venv_are_enough(machine: Machine) -> None:
    put_uv(machine)
    machine.path = (machine.bare, *SYSTEM)
    outcome = machine.run("make", "demo", inside=hidden(PIP, ENSUREPIP))
    assert_it_works(outcome, machine.checkout / "out" / "demo")


def test_shims_that_run_nothing_are_passed_over(machine: Machine) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "uv"):
        machine.script(name, SHIM)
    machine.path = (machine.bare, *SYSTEM)
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


def test_a_version_that_pyenv_keeps_off_the_path_is_found(machine: Machine) -> None:
    put_old_python(machine)
    versions = machine.home / ".pyenv" / "versions" / "3.13.0" / "bin"
    versions.mkdir(parents=True)
    machine.link("python3", DEBIAN_PYTHON, versions)
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


def test_pip_without_venv_is_enough(machine: Machine) -> None:
    machine.path = SYSTEM
    outcome = machine.run("make", "demo", inside=hidden(ENSUREPIP))
    assert_it_works(outcome, machine.checkout / "out" / "demo")


def test_venv_without_pip_is_enough(machine: Machine) -> None:
    machine.path = SYSTEM
    outcome = machine.run("make", "demo", inside=hidden(PIP))
    assert_it_works(outcome, machine.checkout / "out" / "demo")


def test_neither_pip_nor_venv_is_said(machine: Machine) -> None:
    machine.path = SYSTEM
    outcome = machine.run("make", "demo", inside=hidden(PIP, ENSUREPIP))
    assert_one_sentence(outcome, "pip", "venv", "install")


def test_blanks_in_every_path_do_no_harm(folder: Path) -> None:
    machine = Machine(folder, "a checkout")
    machine.link("python3.11", DEBIAN_PYTHON.resolve(), folder / "a python")
    out = folder / "my out"
    machine.path = (folder / "a python", *SYSTEM)
    outcome = machine.run("make", "demo", f"OUT={out}")
    assert_it_works(outcome, out)
    assert not (folder / "my").exists()


def test_uv_in_a_path_with_a_blank_is_used(machine: Machine, folder: Path) -> None:
    put_uv(machine, folder / "a uv")
    machine.path = (folder / "a uv", *SYSTEM)
    outcome = machine.run("make", "demo", inside=hidden(PIP, ENSUREPIP))
    assert_it_works(outcome, machine.checkout / "out" / "demo")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_of_few_characters_gets_its_table(machine: Machine, encoding: str) -> None:
    machine.environment = {"PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    machine.path = SYSTEM
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


def test_another_user_reads_the_samples_in_a_clone_of_his_own(machine: Machine) -> None:
    machine.belongs_to(NOBODY, machine.checkout, machine.home)
    machine.path = SYSTEM
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


@pytest.mark.parametrize("has_uv", [True, False])
def test_a_home_that_cannot_be_written_is_not_needed(machine: Machine, has_uv: bool) -> None:
    if has_uv:
        put_uv(machine)
    machine.belongs_to(NOBODY, machine.checkout)
    machine.environment = {"HOME": "/nonexistent"}
    machine.path = (machine.bare, *SYSTEM)
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


def test_a_checkout_of_somebody_else_is_said(machine: Machine) -> None:
    machine.belongs_to(NOBODY, machine.home)
    machine.path = SYSTEM
    assert_one_sentence(machine.run("make", "demo"), "may not write", "clone")


def test_a_python_that_is_too_old_is_said(machine: Machine) -> None:
    put_old_python(machine)
    assert_one_sentence(machine.run("make", "demo"), "Python 3.11 or newer", "Python 3.10", "install")


def test_no_python_is_downloaded_unasked(machine: Machine) -> None:
    put_uv(machine)
    assert_one_sentence(machine.run("make", "demo"), "Python 3.11 or newer", "install")


def test_no_python_is_said(machine: Machine) -> None:
    assert_one_sentence(machine.run("make", "demo"), "Python 3.11 or newer", "install")


def test_a_python_of_that_bare_name_is_enough(machine: Machine) -> None:
    machine.link("python", DEBIAN_PYTHON)
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


@pytest.mark.parametrize("has_uv", [True, False])
def test_no_network_is_said(machine: Machine, has_uv: bool) -> None:
    if has_uv:
        put_uv(machine)
    machine.path = (machine.bare, *SYSTEM)
    outcome = machine.run("make", "demo", inside=["unshare", "-n"])
    assert_one_sentence(outcome, "network")


def test_a_uv_that_is_too_old_is_not_used(machine: Machine) -> None:
    machine.script("uv", 'echo "uv 0.4.30"; [ "$1" = --version ]')
    machine.path = (machine.bare, *SYSTEM)
    assert_it_works(machine.run("make", "demo"), machine.checkout / "out" / "demo")


def test_a_uv_that_is_too_old_is_said_where_nothing_else_is_there(machine: Machine) -> None:
    machine.script("uv", 'echo "uv 0.4.30"; [ "$1" = --version ]')
    machine.path = (machine.bare, *SYSTEM)
    outcome = machine.run("make", "demo", inside=hidden(PIP, ENSUREPIP))
    assert_one_sentence(outcome, "uv 0.6.17 or newer", "install")


def test_a_program_that_fails_makes_the_demo_fail(machine: Machine) -> None:
    command = machine.checkout / "shared" / "invoicy" / "cli" / "commands" / "read.py"
    command.write_text(
        command.read_text(encoding="utf-8") + '\nraise RuntimeError("broken on purpose")\n', encoding="utf-8"
    )
    machine.path = SYSTEM
    assert machine.run("make", "demo").code != 0
