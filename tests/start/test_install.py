"""`make install` links into a folder of the PATH that the user can write, or prints a sentence with the next step."""

import os
import subprocess
import sys
from pathlib import Path

from tests.requirements import ROOT

SCRIPT = ROOT / "infra" / "start" / "install.py"
PROGRAM = Path(sys.executable).with_name("invoicy")


def install(home: Path, *folders: Path, login_shell: str = "/bin/bash") -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.pathsep.join(map(str, [*folders, "/usr/bin"])), "SHELL": login_shell}
    return subprocess.run([sys.executable, SCRIPT], env=environment, capture_output=True, text=True, check=False)


def test_the_first_customary_folder_of_the_path_gets_the_link(tmp_path: Path) -> None:
    ended = install(tmp_path, tmp_path / "elsewhere", tmp_path / "bin", tmp_path / ".local" / "bin")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "bin" / "invoicy").readlink() == PROGRAM
    assert ended.stdout.endswith("Next: invoicy read YOUR-INVOICE\n")


def test_installing_twice_is_installing_once(tmp_path: Path) -> None:
    assert [install(tmp_path, tmp_path / "bin").returncode for _ in range(2)] == [0, 0]
    assert [path.name for path in (tmp_path / "bin").iterdir()] == ["invoicy"]


def test_a_path_without_such_a_folder_gets_the_line_to_add(tmp_path: Path) -> None:
    ended = install(tmp_path, login_shell="/bin/zsh")
    assert (tmp_path / ".local" / "bin" / "invoicy").readlink() == PROGRAM
    line = f'export PATH="{tmp_path}/.local/bin:$PATH"'
    assert f"echo '{line}' >> ~/.zshrc\n" in ended.stdout
    assert ended.stdout.endswith(f"For this terminal, run:\n{line}\n")


def test_bash_gets_the_path_from_the_file_of_its_interactive_shells(tmp_path: Path) -> None:
    assert ">> ~/.bashrc\n" in install(tmp_path).stdout


def test_fish_gets_the_path_by_its_own_command(tmp_path: Path) -> None:
    ended = install(tmp_path, login_shell="/usr/bin/fish")
    assert ended.stdout.endswith(f"\nfish_add_path {tmp_path}/.local/bin\n")
    assert "export" not in ended.stdout


def test_the_line_that_it_prints_makes_the_program_run(tmp_path: Path) -> None:
    line = install(tmp_path).stdout.splitlines()[-1]
    ended = subprocess.run(
        ["/bin/bash", "-c", f"{line}; command -v invoicy"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == f"{tmp_path}/.local/bin/invoicy\n"


def test_a_folder_of_the_user_comes_before_one_for_everybody(tmp_path: Path) -> None:
    ended = install(tmp_path, Path("/usr/local/bin"))
    assert (tmp_path / ".local" / "bin" / "invoicy").is_symlink()
    assert f"is installed for your account alone as {tmp_path}/.local/bin/invoicy." in ended.stdout
    assert "make uninstall" in ended.stdout


def test_another_program_of_the_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "invoicy").write_text("mine", encoding="utf-8")
    ended = install(tmp_path, tmp_path / "bin")
    assert ended.returncode == 2
    assert ended.stderr.endswith("is another program: rename or remove it, then run make install again.\n")
    assert (tmp_path / "bin" / "invoicy").read_text(encoding="utf-8") == "mine"


def test_another_program_that_comes_first_is_named(tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "invoicy"
    other.parent.mkdir()
    other.symlink_to("/usr/bin/true")
    ended = install(tmp_path, other.parent, tmp_path / "bin")
    assert f"Another one comes first on your PATH, {other}:" in ended.stdout


def test_a_home_that_takes_nothing_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.touch()
    ended = install(home)
    assert ended.returncode == 2
    assert ended.stderr.endswith(f"add {PROGRAM.parent} to your PATH instead.\n")
