"""Programs that run with the packages of a tree, and what each of them reports."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.corpus import ROOT
from bench.house.trees import Tree

_CHARACTERS_OF_AN_ERROR = 400


class ProbeError(Exception):
    """A program that failed on a tree; the message ends with its last lines."""


def run(tree: Tree, probe: str) -> Any:
    """The report of a module of bench/house/probes, started with the packages of the tree. Raises ProbeError."""
    ended = _ended(tree, probe)
    if ended.returncode:
        raise ProbeError(f"{probe} failed on {tree.name}:\n{ended.stderr[-_CHARACTERS_OF_AN_ERROR:].strip()}")
    return json.loads(ended.stdout.splitlines()[-1])


@cache
def _ended(tree: Tree, probe: str) -> subprocess.CompletedProcess[str]:
    with TemporaryDirectory() as bytecode:
        return subprocess.run(
            [sys.executable, "-m", f"bench.house.probes.{probe}"],
            cwd=ROOT,
            env=tree.environment(Path(bytecode)),
            capture_output=True,
            text=True,
            check=False,
        )
