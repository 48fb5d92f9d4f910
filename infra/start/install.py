"""Put `invoicy` on the PATH: a link from a folder for the user's own programs into this checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from shlex import quote

PROGRAM = Path(sys.executable).with_name("invoicy")
UNINSTALL = "To remove the link again: make uninstall"
STARTUP_FILES = {"bash": "~/.bashrc", "zsh": "~/.zshrc"}  # those that every interactive shell reads, in tmux too
_NOT_REACHED = "Your shell does not look there yet."
CUSTOMARY = ("~/.local/bin", "~/bin", "/usr/local/bin")


def main() -> int:
    """Return 0 if the link exists and runs, 2 after a sentence if no folder can be used."""
    search_path = os.environ.get("PATH", "")
    folder = folder_for_programs(search_path)
    if folder is None:
        tried = ", ".join(CUSTOMARY)
        return stop(f"None of {tried} can be written: add {PROGRAM.parent} to your PATH instead.")
    link = folder / PROGRAM.name
    if link.exists() and not link.is_symlink():
        return stop(f"{link} is another program: rename or remove it, then run make install again.")
    try:
        version = linked(link)
    except (OSError, subprocess.CalledProcessError) as error:
        return stop(f"{link} cannot be made: {error}.")
    whom = "everybody" if folder == customary()[-1] else "your account alone"
    print(f"{version} is installed for {whom} as {link}. It runs from {PROGRAM.parents[2]}: keep that folder.")
    print(UNINSTALL)
    print(advice(link, search_path))
    return 0


def linked(link: Path) -> str:
    """Make the link and run it; gives the program's name and version.

    Raises OSError where the file system refuses, CalledProcessError where the program does not run.
    """
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(PROGRAM)
    return subprocess.run([link, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def folder_for_programs(search_path: str) -> Path | None:
    """Return the first writable folder: the user's own on the PATH, ~/.local/bin, a shared one on the PATH."""
    *own, _ = folders = customary()
    on_path = [folder for name in search_path.split(os.pathsep) if (folder := Path(name)) in folders]
    candidates = sorted([*on_path, own[0]], key=lambda folder: folder not in own)
    return next((folder for folder in candidates if is_writable(folder)), None)


def customary() -> list[Path]:
    """Return the folders that may contain the link, those of the user first."""
    return [Path(name).expanduser() for name in CUSTOMARY]


def is_writable(folder: Path) -> bool:
    """True where a file can be put; a missing folder counts by its nearest parent."""
    there = next(parent for parent in [folder, *folder.parents] if parent.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def advice(link: Path, search_path: str) -> str:
    """Return the next step: use invoicy, or first put its folder on the PATH."""
    reached = shutil.which(link.name, path=search_path)
    if reached == str(link):
        return "Next: invoicy read YOUR-INVOICE"
    if reached:
        return f"Another one comes first on your PATH, {reached}: remove it or use the full name."
    return how_to_reach(link.parent, Path(os.environ.get("SHELL", "")).name)


def how_to_reach(folder: Path, shell: str) -> str:
    """Return the command that puts a folder on the PATH of this terminal, and the command for later terminals."""
    if shell == "fish":
        line = f"fish_add_path {quote(str(folder))}"
        return f"{_NOT_REACHED} Run this line once, for this terminal and all later ones:\n{line}"
    line = f'export PATH="{folder}:$PATH"'
    keep = f"echo {quote(line)} >> {STARTUP_FILES.get(shell, '~/.profile')}"
    return f"{_NOT_REACHED} For all later terminals, run:\n{keep}\nFor this terminal, run:\n{line}"


def stop(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
