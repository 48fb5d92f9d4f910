"""A service of README.md that runs beside the commands that follow it."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.start.machine import Machine

_SECONDS = 30


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


class Service:
    """A command that stays: started with its own log, ended by Ctrl-C."""

    def __init__(self, machine: Machine, text: str, log: Path) -> None:
        self.text, self._log = text, log
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                ["bash", "-c", f"exec {text}"],
                cwd=machine.checkout,
                env=machine.environment_of(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def listens(self, port: int) -> bool:
        """True as soon as something answers on the port."""
        return self._in_time(lambda: socket.create_connection(("127.0.0.1", port), 1).close())

    def tells_of(self, name: str) -> bool:
        """True as soon as the output names a document."""
        return self._in_time(lambda: self._log.read_bytes().index(name.encode()))

    def _in_time(self, attempt: Callable[[], object]) -> bool:
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end and self._process.poll() is None:
            try:
                attempt()
            except (OSError, ValueError):
                time.sleep(0.1)
            else:
                return True
        return False

    def end(self) -> int:
        """The exit code after Ctrl-C."""
        self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(_SECONDS)
        finally:
            self._process.kill()

    def output(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")
