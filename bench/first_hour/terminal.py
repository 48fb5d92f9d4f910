"""Terminals of several widths: tables are complete, and the text of a document does not act on the terminal."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.first_hour.program import INVOICY, readings, run, samples
from invoicy.wording.printable import printable

WIDTHS = (60, 80, 100, 160)
_COLOURS = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def tables() -> str:
    return ", ".join(_whole(width) for width in WIDTHS)


def _whole(width: int) -> str:
    """The samples whose verdict, name, number and reason are complete in the table: "18 of 18"."""
    text = on_terminal(width, "read", *samples())
    flat = " ".join(text.split())
    rows = [line.split() for line in text.splitlines()]
    whole = 0
    for path, reading in zip(samples(), readings(*samples()), strict=True):
        numbers = [part["invoice"].get("number", "") for part in reading["invoices"]]
        has_row = any(row[1:2] == [path.name] and row[0] in {"✓", "!", "✗"} for row in rows)
        has_reason = reading["status"] == "accepted" or any(message in flat for message in _messages(reading))
        whole += has_row and has_reason and all(number in flat for number in numbers)
    return "all" if whole == len(samples()) else f"{whole} of {len(samples())}"


def _messages(reading: dict[str, Any]) -> list[str]:
    """Sentences of the findings, of which the first below the row is the reason."""
    parts = [reading, *reading["invoices"]]
    return [" ".join(finding["message"].split()) for part in parts for finding in part["findings"]]


def on_terminal(width: int, *arguments: str | Path) -> str:
    """All that invoicy writes to a terminal of the width, without colours."""
    reader, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 60, width, 0, 0))
    command: Sequence[str | Path] = [INVOICY, *arguments]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=terminal, stderr=subprocess.DEVNULL):
        os.close(terminal)
        written = bytearray()
        while chunk := _chunk(reader):
            written += chunk
    os.close(reader)
    return _COLOURS.sub(b"", bytes(written)).decode(errors="replace").replace("\r\n", "\n")


def _chunk(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # Linux raises it if the other side was closed
        return b""


def content(faults: Path) -> str:
    files = sorted((faults / "content").iterdir())
    return f"{sum(not _is_shown_as_text(file) for file in files)} of {len(files)}"


def _is_shown_as_text(file: Path) -> bool:
    """The table is whole, has nothing that steers a terminal, and shows number and Seller with every character."""
    table = run("read", "--format", "table", file)
    report = run("check", file)
    text = (table.stdout + report.stdout + report.stderr).decode()
    (invoice,) = (part["invoice"] for part in readings(file)[0]["invoices"])
    number, seller = printable(invoice["number"]), printable(invoice["seller"]["name"])
    is_whole = table.returncode in {0, 1} and "Traceback" not in text
    return is_whole and not _UNSAFE.search(text) and number in table.stdout.decode() and seller in table.stdout.decode()
