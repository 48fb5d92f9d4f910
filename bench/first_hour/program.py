"""The installed program, run as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.requirements import SAMPLES

INVOICY = Path(sys.executable).with_name("invoicy")
SECONDS = 60


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run invoicy to its end; the exit code is 124 if it does not end in time."""
    command = [INVOICY, *arguments]
    try:
        return subprocess.run(
            command, cwd=cwd, capture_output=True, stdin=subprocess.DEVNULL, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, b"", b"")


def readings(*arguments: str | Path) -> list[dict[str, Any]]:
    """The readings that `invoicy read` prints as JSON Lines."""
    return [json.loads(line) for line in run("read", "--format", "json", *arguments).stdout.splitlines()]


def samples() -> list[Path]:
    return sorted(SAMPLES.iterdir())
