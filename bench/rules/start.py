"""Time and memory of the first check in a fresh interpreter, beside peers."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

from bench.corpus import ROOT, corpus
from bench.rules.judge import stylesheet

_ROUNDS = 15
_START = """
import re, time
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
before = peak()
started = time.perf_counter()
{code}
took = time.perf_counter() - started
print(took * 1000, (peak() - before) / 1024)
"""
_OURS = "from invoicy import read; read({path!r}, profile='en16931')"
_CHECK_ALONE = """
import msgspec
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.rules import check
check(msgspec.json.decode(open({path!r}, 'rb').read(), type=Invoice), Profile.EN16931, plausible=False)
"""
_SAXON = """
from saxonche import PySaxonProcessor
processor = PySaxonProcessor(license=False)
executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file={stylesheet!r})
executable.transform_to_string(xdm_node=processor.parse_xml(xml_file_name={path!r}))
"""
_VERIFYHASH = "from einvoice import validate; validate.validate_file({path!r})"


def print_start() -> None:
    path = str(corpus("einvoice", "examples-ubl") / "issue116.xml")
    example = str(ROOT / "shared" / "invoicy" / "data" / "example.json")
    programs = {
        "invoicy, import and first check": _CHECK_ALONE.format(path=example),
        "invoicy, import and first read with check": _OURS.format(path=path),
        "saxonche, compile and first check": _SAXON.format(path=path, stylesheet=str(stylesheet("en16931", "ubl"))),
        "verifyhash-einvoice, import and first check": _VERIFYHASH.format(path=path),
    }
    print(
        "start       over a bare interpreter, modules compiled as an installation leaves them, "
        f"best of {_ROUNDS}: ms, MB"
    )
    with TemporaryDirectory() as bytecode:
        for name, code in programs.items():
            _run(code, bytecode)  # compiles
            took, memory = map(min, zip(*(_run(code, bytecode) for _ in range(_ROUNDS)), strict=True))
            print(f"            {name:<44} {took:7.0f} {memory:6.0f}")


def _run(code: str, bytecode: str) -> tuple[float, float]:
    """Milliseconds and megabytes. bytecode: folder of compiled modules; the shell may forbid to write any elsewhere."""
    program = _START.format(code=code)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    took, memory = done.stdout.split()[-2:]
    return float(took), float(memory)
