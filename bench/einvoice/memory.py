"""Peak memory of `invoicy read`, for one document and for many."""

import subprocess
import sys
import tempfile
from pathlib import Path

KIB = 1024
FEW, MANY = 100, 4_000


def print_memory(folder: Path) -> None:
    file = folder / "xrechnung" / "01.02a-INVOICE_ubl.xml"
    bare = _peak_mib("pass")
    peak = _peak_mib(f"sys.argv = ['invoicy', 'read', {str(file)!r}]; from invoicy.cli import main; main()")
    print(f"Peak memory of `invoicy read` for one XML: {peak:.0f} MiB (a bare interpreter: {bare:.0f} MiB)")
    few, many = (_peak_of_many(file.read_bytes(), count) for count in (FEW, MANY))
    print(f"Peak memory over {FEW:,} and {MANY:,} documents in one process: {few:.0f} and {many:.0f} MiB")


def _peak_of_many(content: bytes, count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            (Path(folder) / f"{number:05}.xml").write_bytes(content)
        arguments = ["invoicy", "read", folder, "--jobs", "1", "--out", f"{folder}/out"]
        return _peak_mib(
            f"sys.argv = {arguments!r}; sys.stderr = open('/dev/null', 'w'); from invoicy.cli import main; main()"
        )


def _peak_mib(code: str) -> float:
    """VmHWM of a fresh interpreter; ru_maxrss as its parent measures it includes the parent's own peak."""
    report = "sys.__stderr__.write(next(l for l in open('/proc/self/status') if l.startswith('VmHWM')))"
    program = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\n{report}"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return int(ended.stderr.split("VmHWM:")[1].split()[0]) / KIB
