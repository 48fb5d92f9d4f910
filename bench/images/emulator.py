"""An image under Lambda's runtime interface emulator, which is in the wheel of SAM."""

import json
import platform
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

from msgspec import Struct

_INVOKE = "/2015-03-31/functions/function/invocations"
_SECONDS_TO_START = 20
_CPU = r"/\(python/ { print ($14 + $15) / 100 }"  # fields of /proc/PID/stat, in hundredths of a second


class Answer(Struct, frozen=True):
    """The answer to a call, and the seconds that it took."""

    body: Any
    seconds: float


class Function(Struct, frozen=True):
    """A function that waits for its first call; nothing of it has been started or imported."""

    container: str
    port: int

    def call(self, event: dict[str, Any]) -> Answer:
        request = Request(f"http://127.0.0.1:{self.port}{_INVOKE}", json.dumps(event).encode())
        started = time.perf_counter()
        with urlopen(request, timeout=120) as response:  # noqa: S310  our own
            body = json.load(response)
        return Answer(body, time.perf_counter() - started)

    def cpu_seconds(self) -> float:
        """Seconds of processor time that its Python has used so far."""
        return float(output_of("docker", "exec", self.container, "sh", "-c", f"cat /proc/[0-9]*/stat | awk '{_CPU}'"))

    def peak_bytes(self) -> int:
        """The most memory that its largest process, which is the function, has had."""
        lines = output_of("docker", "exec", self.container, "sh", "-c", "grep VmHWM /proc/[0-9]*/status").splitlines()
        return max(int(line.split()[-2]) for line in lines) * 1024


@contextmanager
def started(image: str, handler: str, environment: dict[str, str], folder: Path | None = None) -> Iterator[Function]:
    """The handler in a container of its own. folder: Python files that the image lacks."""
    name = f"invoicy-bench-{uuid4().hex[:12]}"
    variables = [part for key, value in environment.items() for part in ("--env", f"{key}={value}")]
    mounts = ["--volume", f"{_emulator()}:/rie:ro"]
    if folder is not None:
        mounts += ["--volume", f"{folder}:/hello:ro", "--env", "PYTHONPATH=/hello"]
    options = ["--rm", "--detach", "--name", name, "--publish", "127.0.0.1::8080", "--entrypoint", "/rie"]
    output_of(
        "docker", "run", *options, *mounts, *variables, image, "/opt/invoicy/bin/python", "-m", "awslambdaric", handler
    )
    try:
        port = int(output_of("docker", "port", name, "8080").partition("\n")[0].rpartition(":")[2])
        _wait_for(port)
        yield Function(name, port)
    finally:
        output_of("docker", "rm", "--force", name)


def output_of(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _emulator() -> Path:
    module = find_spec("samcli")
    if module is None or module.origin is None:
        raise SystemExit("The emulator is missing: `make .venv/ready` brings it, in the wheel of aws-sam-cli.")
    machine = {"aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return Path(module.origin).parent / "local" / "rapid" / f"aws-lambda-rie-{machine}"


def _wait_for(port: int) -> None:
    for _ in range(_SECONDS_TO_START * 50):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            time.sleep(0.3)  # the port is open before the emulator is behind it
            return
    raise TimeoutError(f"the emulator on port {port} did not start in {_SECONDS_TO_START} seconds")
