"""Read the shipped samples into the folder OUT, and make sure that each of them was really read.

The program runs in this process, because its exit code alone is not enough: it is 1 when samples are rejected, as some
have to be, and Python's is 1 after a crash.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples" / "documents"
REJECTED = ROOT / "samples" / "data" / "rejected.txt"
NEXT_STEP = "Next: make install, which puts invoicy on your PATH, and then: invoicy read YOUR-INVOICE"


def main() -> int:
    """0 when every sample was read and only those named in rejected.txt were rejected, else 1."""
    out = Path(os.environ.get("OUT") or "out/demo")
    names = {hashlib.sha256(sample.read_bytes()).hexdigest(): sample.name for sample in SAMPLES.glob("[!.]*")}
    for result, reading in readings_in(out):
        if reading.get("id") in names:
            result.unlink()  # of an earlier run: it must not pass for a result of this one
    code = exit_code_of("read", str(SAMPLES.relative_to(ROOT)), "--format", "table", "--out", str(out))
    statuses = {names.get(reading.get("id", "")): reading.get("status") for _, reading in readings_in(out)}
    fault = fault_of(code, statuses, set(names.values()))
    print(fault or NEXT_STEP, file=sys.stderr)
    return 1 if fault else 0


def exit_code_of(*arguments: str) -> object:
    """Run invoicy with the arguments; a defect in it comes through as the exception that it is."""
    from invoicy.cli import main as invoicy

    sys.argv = ["invoicy", *arguments]
    try:
        invoicy()
    except SystemExit as end:
        return end.code or 0
    return 0


def readings_in(folder: Path) -> list[tuple[Path, dict[str, str]]]:
    """Each JSON object in a file of the folder; other files are left out."""
    readings = []
    for result in sorted(folder.glob("*.json")):
        try:
            content = json.loads(result.read_bytes())
        except ValueError:
            continue
        if isinstance(content, dict):
            readings.append((result, content))
    return readings


def fault_of(code: object, statuses: dict[str | None, str | None], samples: set[str]) -> str:
    """Return a sentence about the fault; empty without a fault."""
    if code not in {0, 1}:
        return f"The demo failed: invoicy ended with exit code {code}."
    unread = sorted(samples - {name for name in statuses if name})
    if unread:
        return f"The demo failed: {len(unread)} of {len(samples)} samples were not read, {unread[0]} among them."
    rejected = {name for name, status in statuses.items() if name and status == "rejected"}
    expected = set(REJECTED.read_text(encoding="utf-8").split())
    if rejected == expected:
        return ""
    name = min(rejected ^ expected)
    return f"The demo failed: {name} should be {'rejected' if name in expected else 'read'}."


if __name__ == "__main__":
    sys.exit(main())
