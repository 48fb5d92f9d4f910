"""Inputs: kinds of file, folders that no archive can carry, a file that is too large, a run that is stopped."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.requirements import SAMPLES

from bench.first_hour.program import INVOICY, readings, run

MB = 1_000_000
HUGE = 1_200 * MB
PDFS, PROCESSES, BEFORE_STOP = 400, 2, 20
# Linux counts the memory of the parent as the program's own; only the program itself can separate them.
_MEASURED = """
import sys
from pathlib import Path
from invoicy.cli import main
try:
    main()
finally:
    sys.stderr.write(Path("/proc/self/status").read_text())
"""
# Documents in each folder of folders/make.sh; where the caller may read everything, locked holds three.
DOCUMENTS = {"bytes": 2, "escapes": 5, "loop": 1, "fifo": 1, "mixed": 1, "twins": 2, "nothing": 0}


@contextmanager
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="invoicy-first-hour-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def kinds(faults: Path) -> str:
    words = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
    wrong = [name for name, names in words.items() if not _is_named(faults / "kinds" / name, names)]
    for name in wrong:
        print(f"kinds: {name} is not named", file=sys.stderr)
    return f"{len(wrong)} of {len(words)}"


def _is_named(file: Path, words: list[str]) -> bool:
    reading = readings(file)[0]
    if not words:
        return bool(reading["status"] != "rejected")
    parts = [reading, *reading["invoices"]]
    first = next((finding["message"] for part in parts for finding in part["findings"]), "")
    return any(word.lower() in first.lower() for word in words)


def folders(faults: Path) -> str:
    with folder() as made:
        script = faults / "folders" / "make.sh"
        subprocess.run(["bash", script, made, SAMPLES / "ubl-invoice.xml"], check=True)
        expected = DOCUMENTS | {"locked": 3 if os.geteuid() == 0 else 1}
        wrong = [name for name, count in expected.items() if not _is_read_once(made / name, count)]
        subprocess.run(["chmod", "-R", "u+rwx", made], check=True)
    for name in wrong:
        print(f"folders: {name}", file=sys.stderr)
    return f"{len(wrong)} of {len(expected)}"


def _is_read_once(place: Path, count: int) -> bool:
    ended = run("read", "--format", "json", place)
    accepted = [line for line in ended.stdout.splitlines() if b'"status":"accepted"' in line]
    return ended.returncode in {0, 1} and len(accepted) == count and b"Traceback" not in ended.stderr


def memory() -> str:
    """MB of memory at most, of the process that refuses a file of 1.2 GB."""
    with folder() as made:
        with (made / "huge.pdf").open("wb") as file:
            file.write(b"%PDF-1.7\n")
            file.truncate(HUGE)
        command: list[str | Path] = [sys.executable, "-c", _MEASURED, "read", made / "huge.pdf"]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    (kilobytes,) = re.findall(r"^VmHWM:\s+(\d+) kB$", ended.stderr, re.MULTILINE)
    return f"{int(kilobytes) * 1024 / MB:.0f}"


def stop() -> str:
    """Seconds from Ctrl-C, which reaches every process of a terminal, to the end of the last one, and the exit code."""
    with folder() as made:
        inbox = made / "inbox"
        inbox.mkdir()
        content = (SAMPLES / "printed-german.pdf").read_bytes()
        for number in range(PDFS):
            (inbox / f"{number}.pdf").write_bytes(content + f"\n%{number}\n".encode())
        command: list[str | Path] = [INVOICY, "read", inbox, "--out", made / "out", "--jobs", str(PROCESSES)]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            while len(list((made / "out").glob("*.json"))) < BEFORE_STOP:
                time.sleep(0.05)
            os.killpg(process.pid, signal.SIGINT)
            start = time.monotonic()
            code = process.wait()
            while subprocess.run(["pgrep", "-s", str(process.pid)], capture_output=True, check=False).returncode == 0:
                time.sleep(0.02)
        seconds, results = time.monotonic() - start, len(list((made / "out").glob("*.json")))
    if results == PDFS:
        raise SystemExit("All were read before Ctrl-C.")
    return f"{seconds:.1f}, {code}"
