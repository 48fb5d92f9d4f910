"""`make uninstall` removes the link of `make install` and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ROOT
from tests.start.test_install import install

SCRIPT = ROOT / "infra" / "start" / "uninstall.sh"
NOTHING = "Nothing to remove: no folder has a link that make install made.\n"


def uninstall(home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    return subprocess.run([SCRIPT], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["bin", ".local/bin"])
def test_the_link_of_install_is_removed_and_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    install(tmp_path, folder)
    link = folder / "invoicy"
    link.unlink()
    link.symlink_to(ROOT / ".venv" / "bin" / "invoicy")
    ended = uninstall(tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert str(link) in ended.stdout
    assert not link.is_symlink()


def test_the_link_into_a_checkout_that_is_gone_is_removed(tmp_path: Path) -> None:
    link = tmp_path / "bin" / "invoicy"
    link.parent.mkdir()
    link.symlink_to(tmp_path / "gone" / ".venv" / "bin" / "invoicy")
    assert str(link) in uninstall(tmp_path).stdout
    assert not link.is_symlink()


def test_another_program_and_another_link_of_the_name_are_kept(tmp_path: Path) -> None:
    other = tmp_path / "project" / ".venv" / "bin" / "invoicy"
    program, link = tmp_path / "bin" / "invoicy", tmp_path / ".local" / "bin" / "invoicy"
    for path in (other, program, link):
        path.parent.mkdir(parents=True)
    other.symlink_to(sys.executable)
    program.write_text("mine", encoding="utf-8")
    link.symlink_to(other)
    ended = uninstall(tmp_path)
    assert (ended.returncode, ended.stdout) == (0, NOTHING)
    assert program.is_file()
    assert link.is_symlink()
