"""Processor time that the import of a handler takes, beside a bare interpreter."""

import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.house.figure import Figure
from bench.house.runs import ProbeError
from bench.house.trees import Tree

ROUNDS = 15
_PROGRAMS = {"bare": "pass", "aws": "import invoicy_aws.bucket", "google": "import invoicy_gcp.bucket"}


def imports(tree: Tree) -> Figure:
    """Processor time of the import of both bucket handlers, as a multiple of a bare interpreter's: AWS, Google."""
    seconds: dict[str, list[float]] = {name: [] for name in _PROGRAMS}
    with TemporaryDirectory() as bytecode:
        for number in range(ROUNDS + 1):
            for name, program in _PROGRAMS.items():
                spent = _processor_seconds(program, tree, Path(bytecode))
                if number:  # the first compiles
                    seconds[name].append(spent)
    median = {name: statistics.median(spent) for name, spent in seconds.items()}
    ratios = ", ".join(f"{median[name] / median['bare']:.1f}" for name in ("aws", "google"))
    return Figure(ratios, tuple(f"{name}: {spent * 1000:.0f} ms" for name, spent in median.items()))


def _processor_seconds(program: str, tree: Tree, bytecode: Path) -> float:
    with subprocess.Popen([sys.executable, "-c", program], env=tree.environment(bytecode)) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ProbeError(f"{program} failed on {tree.name}.")
    return usage.ru_utime + usage.ru_stime
