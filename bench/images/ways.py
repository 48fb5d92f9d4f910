"""The ways to build an image that are compared: ours, and Dockerfiles as they are usually written."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from bench.images.changes import BEFORE, Change, copy
from bench.images.image import Image, Layer, load, total
from bench.images.registry import fetch


class Way(Struct, frozen=True):
    """name: bake's target, or a folder beside this module with a Dockerfile."""

    name: str
    baked: bool

    def command(self, tag: str) -> list[str]:
        if self.baked:
            return ["docker", "buildx", "bake", f"--set={self.name}.tags={tag}", "--load", self.name]
        file = f"--file=bench/images/{self.name}/Dockerfile"
        return [
            "docker",
            "buildx",
            "build",
            file,
            f"--tag={tag}",
            "--build-arg=VERSION",
            "--provenance=false",
            "--load",
            ".",
        ]


WAYS = (Way("lambda", baked=True), Way("cloudrun", baked=True), Way("one_venv", baked=False), Way("pip", baked=False))


class Moved(Struct, frozen=True):
    """layers: those that a pull fetches. overhead: bytes of manifest and configuration. build, pull: seconds."""

    layers: tuple[Layer, ...]
    overhead: int
    build: float
    pull: float

    @property
    def size(self) -> int:
        return total(self.layers)


Figures = dict[str, dict[str, Moved]]  # by the way to build, then by the change


class Built(Struct, frozen=True):
    """An image in the registry and the seconds its build took."""

    image: Image
    build: float


@contextmanager
def built(way: Way, change: Change, registry: str) -> Iterator[Built]:
    """Build a changed copy and push it; the engine forgets its name afterwards."""
    tag = f"{registry}/{way.name}:{change.name.replace(' ', '-')}"
    with TemporaryDirectory() as folder:
        change.make(copy(Path(folder)))
        command = way.command(tag) + ["--no-cache"] * change.from_nothing
        started = time.perf_counter()
        _quietly(command, Path(folder), change.version)
        seconds = time.perf_counter() - started
    try:
        _quietly(["docker", "push", tag], Path.cwd(), change.version)
        yield Built(load(tag), seconds)
    finally:
        _quietly(["docker", "image", "rm", tag], Path.cwd(), change.version)


def moved(way: Way, change: Change, before: Image, registry: str) -> Moved:
    """Build and push the image after the change, and fetch from it the layers that the image before lacks."""
    with built(way, change, registry) as after:
        layers = after.image.missing_from(before)
        overhead = 0 if after.image.digest == before.digest else after.image.overhead
        return Moved(layers, overhead, after.build, fetch(f"{registry}/{way.name}", layers))


@contextmanager
def before(way: Way, registry: str) -> Iterator[Image]:
    with built(way, BEFORE, registry) as image:
        yield image.image


def _quietly(command: list[str], folder: Path, version: str) -> None:
    """Run a command; print its output only if it fails."""
    environment = os.environ | {"VERSION": version}
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout.decode()[-3000:]}")
