"""The start: surroundings, README's commands, and bytes on the disk when the first invoice is read."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.requirements import ROOT
from tests.start.machine import Machine
from tests.start.reader import Reader, machine_of_a_reader
from tests.start.readme import commands_of_readme

MB = 1_000_000


@contextmanager
def fresh_machine() -> Iterator[Machine]:
    folder = Path(tempfile.mkdtemp(prefix="invoicy-first-hour-"))
    try:
        yield machine_of_a_reader(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def surroundings() -> str:
    """Tests of tests/start/test_surroundings.py that pass: each starts the program on a machine made for it."""
    uv = str(ROOT / "infra" / "start" / "uv.sh")  # one surrounding is a machine with uv
    command = [
        uv,
        "run",
        "--frozen",
        "--no-sync",
        "pytest",
        "-q",
        "--all",
        "-n",
        "2",
        "tests/start/test_surroundings.py",
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    counts = {word: int(count) for count, word in re.findall(r"(\d+) (passed|failed|error)", ended.stdout)}
    return f"{counts.get('passed', 0)} of {sum(counts.values())}"


def broken() -> str:
    with fresh_machine() as machine:
        command = machine.checkout / "shared" / "invoicy" / "cli" / "commands" / "read.py"
        with command.open("a", encoding="utf-8") as code:
            code.write('\nraise RuntimeError("broken on purpose")\n')
        return str(machine.run("make", "demo").code)


def readme() -> str:
    with fresh_machine() as machine:
        reader = Reader(machine)
        typed = [command for command in commands_of_readme() if command.is_run]
        faults = [fault for command in typed if (fault := reader.fault_of(command))]
        faults += reader.leave()
    for fault in faults:
        print(fault, file=sys.stderr)
    return f"{len(typed) - len(faults)} of {len(typed)}"


def size() -> str:
    """Packages with invoicy itself, MB of checkout and home, MB of the wheels as uv.lock gives them."""
    with fresh_machine() as machine:
        machine.run("make", "demo")
        machine.run("make", "install")
        machine.run("invoicy", "read", "invoice.xml")
        names = [path.name.split("-")[0] for path in machine.checkout.glob(".venv/lib/*/site-packages/*.dist-info")]
        loaded = sum(map(_wheel_size, machine.checkout.glob(".venv/lib/*/site-packages/*.dist-info")))
        on_disk = sum(_disk_size(folder) for folder in (machine.checkout, machine.home))
    return f"{len(names)}, {on_disk / MB:.0f}, {(loaded + _build_backend_size()) / MB:.0f}"


def _disk_size(folder: Path) -> int:
    ended = subprocess.run(["du", "-sk", folder], capture_output=True, text=True, check=True)
    return int(ended.stdout.split()[0]) * 1024


def _wheel_size(installed: Path) -> int:
    """Bytes of the wheel that was installed, found in uv.lock by its name, version and tag; 0 for invoicy itself."""
    tags = re.findall(r"^Tag: (.+)$", (installed / "WHEEL").read_text(encoding="utf-8"), re.MULTILINE)
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    name, version = installed.name.removesuffix(".dist-info").split("-")
    wheels = [
        wheel
        for package in packages
        if (package["name"].replace("-", "_").lower(), package["version"]) == (name.lower(), version)
        for wheel in package.get("wheels", [])
    ]
    fitting = [
        wheel["size"]
        for wheel in wheels
        if any(tag.split("-")[0] in wheel["url"] and _fits(tag, wheel["url"]) for tag in tags)
    ]
    return max(fitting, default=max((wheel["size"] for wheel in wheels), default=0))


def _fits(tag: str, url: str) -> bool:
    return all(part in url for part in tag.split("-"))


def _build_backend_size() -> int:
    """Bytes of the wheel with which pip installs the checkout itself."""
    wanted = tomllib.loads((ROOT / "shared" / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        python = Path(sys.base_prefix) / "bin" / "python3"
        subprocess.run([python, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, *wanted], check=True)
        return sum(path.stat().st_size for path in Path(folder).iterdir())


def suite() -> str:
    start = time.monotonic()
    subprocess.run(["make", "test"], cwd=ROOT, stdout=sys.stderr, check=False)
    return f"{time.monotonic() - start:.0f}"
