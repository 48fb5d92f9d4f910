"""This machine's container engine, as the tests of the images use it."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from bench.images.image import Image, in_engine

from tests.requirements import ROOT

TARGETS: Final = ("base", "lambda", "cloudrun")
VERSION: Final = "7.8.9"
REVISION: Final = "0123456789abcdef0123456789abcdef01234567"
SITE_PACKAGES: Final = "opt/invoicy/lib/python3.13/site-packages"
_LIKE_THE_CLOUDS: Final = ("--read-only", "--tmpfs=/tmp", "--cap-drop=ALL", "--network=host")


def docker(*arguments: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """Standard output and error. Raises AssertionError with both where the command fails."""
    environment = os.environ | (env or {})
    done = subprocess.run(
        ["docker", *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"docker {' '.join(arguments)}\n{done.stdout[-4000:]}"
    return done.stdout


def bake(registry: str, *options: str, version: str = VERSION, cwd: Path = ROOT) -> dict[str, str]:
    """Build the three images; gives each target's reference."""
    environment = {"REGISTRY": registry, "VERSION": version, "REVISION": REVISION, "BASE_HASH": ""}
    docker("buildx", "bake", "--load", *options, cwd=cwd, env=environment)
    return {target: f"{registry}/invoicy-{target}:{version}" for target in TARGETS}


@contextmanager
def baked(*options: str, version: str = VERSION, cwd: Path = ROOT) -> Iterator[dict[str, str]]:
    """The three images under a name of their own, forgotten afterwards."""
    images = bake(f"invoicy.test/{uuid4().hex}", *options, version=version, cwd=cwd)
    try:
        yield images
    finally:
        docker("image", "rm", "--force", *images.values())


@cache
def image(reference: str) -> Image:
    """Manifest and layers; a reference is never built twice here."""
    return in_engine(reference)


def layers(reference: str) -> list[str]:
    """The layers' digests, lowest first."""
    return [layer.digest for layer in image(reference).layers]


def configuration(image: str) -> dict[str, Any]:
    """The image's own configuration."""
    (inspected,) = json.loads(docker("image", "inspect", image))
    config: dict[str, Any] = inspected["Config"]
    return config


def run(image: str, *command: str) -> str:
    """The output of a program in a new container, its root read-only and no entry point before it."""
    program, *arguments = command
    return docker("run", "--rm", "--read-only", "--network=none", f"--entrypoint={program}", image, *arguments)


@contextmanager
def running(
    image: str, *command: str, options: tuple[str, ...] = (), environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The name of a temporary container, run as the clouds run it."""
    name = f"invoicy-test-{uuid4().hex}"
    variables = [f"--env={key}={value}" for key, value in (environment or {}).items()]
    docker("run", "--detach", f"--name={name}", *_LIKE_THE_CLOUDS, *variables, *options, image, *command)
    try:
        yield name
    finally:
        docker("rm", "--force", "--volumes", name)
