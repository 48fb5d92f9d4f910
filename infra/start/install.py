"""Put `invoicy` on the PATH: a link from a folder for the user's own programs into this checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("invoicy")
CUSTOMARY = ("~/.local/bin", "~/bin", "/usr/local/bin")


def main() -> int:
    """0 when the link is there and runs; 2 with one sentence when no folder takes it."""
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
    print(f"{version} is installed as {link}. It runs from {PROGRAM.parents[2]}: keep that folder.")
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
    """The first customary folder of the PATH that can be written, else ~/.local/bin, else nothing."""
    customary = [Path(name).expanduser() for name in CUSTOMARY]
    on_path = [Path(name) for name in search_path.split(os.pathsep) if Path(name) in customary]
    return next((folder for folder in [*on_path, customary[0]] if is_writable(folder)), None)


def is_writable(folder: Path) -> bool:
    """True where a file can be put; a missing folder counts by its nearest parent."""
    there = next(parent for parent in [folder, *folder.parents] if parent.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def advice(link: Path, search_path: str) -> str:
    """The next step: use invoicy, or first let the shell find it."""
    reached = shutil.which(link.name, path=search_path)
    if reached == str(link):
        return "Next: invoicy read YOUR-INVOICE"
    if reached:
        return f"Another one comes first on your PATH, {reached}: remove it or use the full name."
    return (
        f"Your shell does not look there yet. Add this line to {profile()}, then open a new terminal:\n"
        f'export PATH="{link.parent}:$PATH"'
    )


def profile() -> str:
    """The file that the user's shell reads when a terminal opens."""
    return {"zsh": "~/.zshrc", "bash": "~/.bashrc"}.get(Path(os.environ.get("SHELL", "")).name, "~/.profile")


def stop(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
