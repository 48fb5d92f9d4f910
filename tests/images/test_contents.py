"""The contents of an image, wanted and unwanted."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.images.changes import copy

from tests.images.engine import SITE_PACKAGES, TARGETS, baked, docker, run

pytestmark = pytest.mark.container

OURS = ("invoicy", "invoicy_aws", "invoicy_gcp")
DECOY = "not-for-an-image-8d1f0c"
DECOYS = (
    ".env",
    ".git/config",
    "secrets.json",
    "shared/.env",
    "shared/invoicy/.env",
    "shared/invoicy/private.pem",
    "shared/invoicy/__pycache__/old.cpython-313.pyc",
    "shared/tests/test_reading.py",
    "functions/aws/invoicy_aws/.env.local",
    "functions/gcp/tests/test_http.py",
    "tests/test_api.py",
    "infra/image/key.pem",
)
START_EVERY_SCRIPT = """
import pathlib, subprocess
for script in sorted(pathlib.Path("/opt/invoicy/bin").iterdir()):
    if script.is_symlink() or not script.stat().st_mode & 0o111:
        continue
    done = subprocess.run([script, "--help"], capture_output=True, text=True, timeout=60)
    missing = "ModuleNotFoundError" in done.stderr or "ImportError" in done.stderr
    print(script.name, "missing" if missing or done.returncode in (126, 127) else "started")
"""


@pytest.fixture(scope="module", params=TARGETS)
def files(request: pytest.FixtureRequest, images: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Paths of all files, from the root and without a slash before them."""
    return set(names(images[request.param], tmp_path_factory.mktemp("files") / "files.tar"))


def names(image: str, archive: Path) -> Iterator[str]:
    container = docker("create", image, "true").strip()
    try:
        docker("export", f"--output={archive}", container)
    finally:
        docker("rm", container)
    with tarfile.open(archive) as opened:
        yield from (member.name for member in opened if not member.isdir())


def test_no_tool_of_the_build_is_left(files: set[str]) -> None:
    assert {
        name for name in files if name.rpartition("/")[2] in {"uv", "uvx", "uv.lock", ".gitignore", ".lock"}
    } == set()


def test_nothing_is_left_outside_the_environment(files: set[str]) -> None:
    places = ("tmp/", "root/.", "src/", "code/", "app/", "home/", "opt/")
    assert {n for n in files if n.startswith(places) and not n.startswith("opt/invoicy/")} <= {
        "root/.bashrc",
        "root/.profile",
    }


def test_our_packages_hold_no_test_and_no_cache_of_the_checkout(files: set[str]) -> None:
    ours = {name for name in files if name.startswith(tuple(f"{SITE_PACKAGES}/{package}/" for package in OURS))}
    assert {n for n in ours if "/test" in n or "/." in n or ".cache" in n} == set()


def test_every_module_is_compiled(files: set[str]) -> None:
    modules = {n for n in files if n.startswith(SITE_PACKAGES) and n.endswith(".py")}
    compiled = {n.replace("/__pycache__", "").replace(".cpython-313.pyc", ".py") for n in files if n.endswith(".pyc")}
    assert len(modules) > 500
    assert modules - compiled == set()


@pytest.mark.parametrize("target", TARGETS)
def test_every_console_script_starts(images: dict[str, str], target: str) -> None:
    output = run(images[target], "/opt/invoicy/bin/python", "-c", START_EVERY_SCRIPT)
    outcomes = dict(line.split() for line in output.splitlines())
    assert set(outcomes.values()) == {"started"}
    assert ("invoicy" in outcomes) is (target != "base")


def test_nothing_that_lies_about_in_the_checkout_gets_in(tmp_path: Path) -> None:
    littered = copy(tmp_path / "littered")
    for name in DECOYS:
        (littered / name).parent.mkdir(parents=True, exist_ok=True)
        (littered / name).write_text(DECOY)
    with baked(cwd=littered) as images:
        for target, image in images.items():
            littering = docker(
                "run", "--rm", "--user=0", "--entrypoint=/bin/sh", image, "-c", f"grep -rl {DECOY} /opt || true"
            )
            assert littering == "", target
