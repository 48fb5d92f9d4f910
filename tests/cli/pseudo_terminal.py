"""Runs the program on a pseudo terminal of a given width."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

INVOICY = str(Path(sys.executable).with_name("invoicy"))


def on_terminal(
    *arguments: str, columns: int = 80, environment: Mapping[str, str] | None = None, output: Path | None = None
) -> tuple[int, str]:
    """Exit code, and what the terminal received, with escape sequences; output: a file for standard output."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}}
    settings = {**inherited, "TERM": "xterm-256color", **(environment or {})}
    stdout = slave if output is None else os.open(output, os.O_WRONLY | os.O_CREAT)
    with subprocess.Popen([INVOICY, *arguments], stdin=slave, stdout=stdout, stderr=slave, env=settings) as process:
        for number in {slave, stdout}:
            os.close(number)
        received = b""
        while chunk := _chunk(master):
            received += chunk
    os.close(master)
    return process.returncode, received.decode()


def _chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so when the other side has closed
        return b""
