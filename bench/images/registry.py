"""A temporary registry on this machine's loopback, and a client that pulls from it."""

import hashlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.images.image import Layer

IMAGE = "registry:2"
CURE = "Install Debian's package docker-registry."
CONFIGURATION = """\
version: 0.1
log: {{level: error, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: {folder}}}}}
http: {{addr: "127.0.0.1:{port}"}}
"""
START_SECONDS = 20


@contextmanager
def registry() -> Iterator[str]:
    """Give the address `localhost:PORT`. Raises FileNotFoundError with the cure where no registry can be had."""
    program = shutil.which("docker-registry")
    port = _free_port()
    with _program(program, port) if program else _container(port):
        _wait_for(port)
        yield f"localhost:{port}"


@contextmanager
def _program(program: str, port: int) -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        configuration = Path(folder, "config.yml")
        configuration.write_text(CONFIGURATION.format(folder=folder, port=port))
        process = subprocess.Popen([program, "serve", configuration], stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            process.terminate()
            process.wait(START_SECONDS)


@contextmanager
def _container(port: int) -> Iterator[None]:
    command = ["docker", "run", "--detach", "--rm", f"--publish=127.0.0.1:{port}:5000", IMAGE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FileNotFoundError(f"No registry: {IMAGE} cannot be started ({done.stderr.strip()}). {CURE}")
    try:
        yield
    finally:
        subprocess.run(["docker", "rm", "--force", "--volumes", done.stdout.strip()], capture_output=True, check=False)


def fetch(repository: str, layers: tuple[Layer, ...]) -> float:
    """Fetch, check and unpack layers in memory, as a pull does; return the seconds."""
    host, _, name = repository.partition("/")
    started = time.perf_counter()
    for layer in layers:
        hashed, unpacked = hashlib.sha256(), zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
        with urllib.request.urlopen(f"http://{host}/v2/{name}/blobs/{layer.digest}") as answer:
            while chunk := answer.read(1 << 20):
                hashed.update(chunk)
                unpacked.decompress(chunk)
        if f"sha256:{hashed.hexdigest()}" != layer.digest:
            raise ValueError(f"{repository} sent something else than {layer.digest}")
    return time.perf_counter() - started


def blob(repository: str, digest: str) -> bytes:
    host, _, name = repository.partition("/")
    with urllib.request.urlopen(f"http://{host}/v2/{name}/blobs/{digest}") as answer:
        return bytes(answer.read())


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(START_SECONDS * 10):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/v2/").close()
        except OSError:  # refused, or reset while it starts
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"The registry on port {port} did not start")
