"""The Dockerfiles as text, without an engine."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.version import Version

from tests.requirements import ROOT

DOCKERFILES = sorted([*ROOT.glob("Dockerfile.*"), *ROOT.glob("bench/images/*/Dockerfile")])
OFFICIAL = re.compile(r"^ARG (PYTHON_IMAGE|UV_IMAGE)=(.*)$", re.MULTILINE)


def make(*arguments: str) -> str:
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_linter_finds_nothing() -> None:
    done = subprocess.run(["hadolint", *DOCKERFILES], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


def test_every_dockerfile_starts_from_the_same_tagged_images() -> None:
    images = {pair for file in DOCKERFILES for pair in OFFICIAL.findall(file.read_text())}
    assert {name for name, _ in images} == {"PYTHON_IMAGE", "UV_IMAGE"}
    assert len(images) == 2
    assert all(re.fullmatch(r"[a-z0-9./-]+:[\w.-]+", image) for _, image in images)


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_dockerfile_copies_the_whole_context(file: Path) -> None:
    assert not re.search(r"^(COPY|ADD) \.? ", file.read_text(), re.MULTILINE)


def test_the_code_is_built_by_the_uv_that_the_images_take() -> None:
    (version,) = {re.search(r"UV_IMAGE=.*:([\d.]+)$", f.read_text(), re.MULTILINE)[1] for f in DOCKERFILES}  # type: ignore[index]
    for project in [ROOT / "shared", *(ROOT / "functions").iterdir()]:
        (backend,) = tomllib.loads((project / "pyproject.toml").read_text())["build-system"]["requires"]
        least, most = re.findall(r"[\d.]+", backend)
        assert Version(least) <= Version(version) < Version(most)


def test_the_build_sees_the_files_that_the_metadata_of_the_library_names() -> None:
    project = tomllib.loads((ROOT / "shared" / "pyproject.toml").read_text())["project"]
    context = (ROOT / ".dockerignore").read_text().splitlines()
    assert {f"!shared/{name}" for name in (project["readme"], *project["license-files"])} <= set(context)


def test_make_derives_a_version_that_has_an_order_and_that_a_registry_takes() -> None:
    printed = make("--no-print-directory", "--dry-run", "docker_base")
    (text,) = re.findall(r"\bVERSION=(\S+)", printed)
    assert Version(text) >= Version("0.1.0.dev0")
    assert re.fullmatch(r"[\w][\w.-]*", text)


def test_make_takes_registry_and_version_as_given() -> None:
    printed = make("--no-print-directory", "--dry-run", "docker_push_all", "REGISTRY=example.test/a", "VERSION=1.2.3")
    for target in ("base", "lambda", "cloudrun"):
        assert f"docker push -q example.test/a/invoicy-{target}:1.2.3" in printed
