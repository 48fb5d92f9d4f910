"""A newcomer's machine: a fresh copy of the checkout, an empty home, and a PATH with the programs of the test."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tests.requirements import ROOT

DEBIAN_PYTHON = Path("/usr/bin/python3")
NOBODY = 65534
_NOT_COPIED = (".git", ".venv", ".uv", "out", "__pycache__", ".*_cache", ".hypothesis", ".coverage*", ".install.log")
_TOOLS = (
    "make bash sh env awk sed cat cut tr cksum sha256sum touch mkdir rm grep dirname basename head tail sort id uname"
)
_SECONDS = 240


class Outcome(Struct, frozen=True):
    """code: exit code. errors: lines of standard error that are not make's own."""

    code: int
    stdout: str
    errors: tuple[str, ...]

    @property
    def sentences(self) -> list[str]:
        """The lines that are neither make's own nor progress."""
        return [line for line in self.errors if not line.startswith("Installing ")]


class Machine:
    """folder: contains the checkout, the home and the tools; all users may enter it. path: folders of the PATH."""

    def __init__(self, folder: Path, checkout: str = "invoicy") -> None:
        self.home = folder / "home"
        self.checkout = folder / checkout
        self.bare = folder / "bin"
        self.path: tuple[Path, ...] = (self.bare,)
        self.environment: dict[str, str] = {}
        self.user = os.geteuid()
        folder.chmod(0o755)
        self.home.mkdir()
        shutil.copytree(ROOT, self.checkout, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        self.bare.mkdir()
        for tool in _TOOLS.split():
            self.link(tool, Path("/usr/bin") / tool)

    def link(self, name: str, target: Path, folder: Path | None = None) -> None:
        """Put a program on the bare PATH, or into another folder."""
        (folder or self.bare).mkdir(exist_ok=True)
        (folder or self.bare).joinpath(name).symlink_to(target)

    def script(self, name: str, text: str, folder: Path | None = None) -> Path:
        """Put a shell script on the bare PATH, or into another folder."""
        (folder or self.bare).mkdir(exist_ok=True)
        path = (folder or self.bare) / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    def belongs_to(self, user: int, *folders: Path) -> None:
        """Give folders to a user; commands run as that user from then on."""
        self.user = user
        for folder in folders:
            subprocess.run(["chown", "-R", f"{user}:{user}", folder], check=True)

    def run(self, *command: str, inside: Sequence[str] = ()) -> Outcome:
        """Run a command in the checkout. inside: a command that runs it, like unshare."""
        ids = (f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups")
        as_user = [] if self.user == os.geteuid() else ["setpriv", *ids]
        ended = subprocess.run(
            [*inside, *as_user, *command],
            cwd=self.checkout,
            env=self.environment_of(),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=_SECONDS,
        )
        error_lines = [
            line for line in ended.stderr.decode(errors="replace").splitlines() if not line.startswith("make")
        ]
        return Outcome(ended.returncode, ended.stdout.decode(errors="replace"), tuple(error_lines))

    def environment_of(self) -> dict[str, str]:
        """All that a command sees of the environment."""
        certificates = {name: value for name, value in os.environ.items() if name == "SSL_CERT_FILE"}
        own = {"HOME": str(self.home), "PATH": os.pathsep.join(map(str, self.path)), "LANG": "C.UTF-8"}
        return certificates | own | self.environment
