"""A copy of the repository, and the changes that may come between two images."""

import os
import shutil
import subprocess
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from bench.corpus import ROOT

UV = os.environ.get("UV", "uv")  # uv sets it for the programs that it starts
BUMPED = "click"  # small, and in the base of every image


class Change(Struct, frozen=True):
    """make edits the copy; version is the one to build; from_nothing builds without any cache."""

    name: str
    make: Callable[[Path], None] = lambda _: None
    version: str = "1.0.0"
    from_nothing: bool = False


def copy(folder: Path) -> Path:
    """The files that git has or would take, in a folder that need not be there yet."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().rstrip("\0").split("\0"):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return folder


def _library(folder: Path) -> None:
    _append(folder / "shared" / "invoicy" / "pipeline.py")


def _handler(folder: Path) -> None:
    for module in folder.glob("functions/*/invoicy_*/bucket.py"):
        _append(module)


def _dependency(folder: Path) -> None:
    """Another version of one package in the lock file: an older one, as there may be no newer."""
    lock = folder / "uv.lock"
    packages = tomllib.loads(lock.read_text())["package"]
    now = next(package["version"] for package in packages if package["name"] == BUMPED)
    subprocess.run([UV, "lock", "--quiet", "--upgrade-package", f"{BUMPED}<{now}"], cwd=folder, check=True)
    lock.write_text(f"{lock.read_text()}# {time.time_ns()}\n")


def _append(module: Path) -> None:
    """A line that no earlier run has built, so that it is in no cache."""
    module.write_text(f"{module.read_text()}\nNEW_CONSTANT = {time.time_ns()}\n")


BEFORE = Change("before")
CHANGES: tuple[Change, ...] = (
    Change("library change", _library),
    Change("handler change", _handler),
    Change("one dependency bumped", _dependency),
    Change("version bumped", version="1.0.1"),
    Change("nothing changed", from_nothing=True),
)
