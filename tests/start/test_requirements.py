"""The requirements file for pip matches uv.lock, and its size is at most what the message states."""

import re
import tomllib
from typing import Any

import pytest

from tests.requirements import ROOT

START = ROOT / "infra" / "start"
LINE = re.compile(r"^([a-z0-9-]+)==([^ ]+)((?: \\\n    --hash=sha256:[0-9a-f]+)+)$", re.MULTILINE)
CURE = "run `make requirements`"


@pytest.fixture(scope="module")
def locked() -> dict[str, dict[str, Any]]:
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    return {package["name"]: package for package in packages}


@pytest.fixture(scope="module")
def pinned() -> dict[str, tuple[str, set[str]]]:
    text = (START / "requirements.txt").read_text(encoding="utf-8")
    pins = {name: (version, set(re.findall(r"sha256:[0-9a-f]+", rest))) for name, version, rest in LINE.findall(text)}
    assert len(pins) == text.count("==")
    return pins


def _needed(locked: dict[str, dict[str, Any]]) -> set[str]:
    """The library's requirements with every extra, and theirs, on this project's machines (none is Windows)."""
    invoicy = locked["invoicy"]
    extras = [requirement for extra in invoicy["optional-dependencies"].values() for requirement in extra]
    waiting, names = [*invoicy["dependencies"], *extras], set[str]()
    while waiting:
        requirement = waiting.pop()
        if requirement["name"] in names or "win32" in requirement.get("marker", ""):
            continue
        names.add(requirement["name"])
        waiting += locked[requirement["name"]].get("dependencies", [])
    return names


def test_every_requirement_is_pinned(locked: dict[str, Any], pinned: dict[str, Any]) -> None:
    assert set(pinned) == _needed(locked), CURE


def test_versions_and_hashes_are_those_of_the_lock_file(
    locked: dict[str, dict[str, Any]], pinned: dict[str, tuple[str, set[str]]]
) -> None:
    for name, (version, hashes) in pinned.items():
        package = locked[name]
        files = [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
        assert (version, hashes) == (package["version"], {file["hash"] for file in files}), f"{name}: {CURE}"


def test_the_download_is_no_larger_than_the_message_states(
    locked: dict[str, dict[str, Any]], pinned: dict[str, Any]
) -> None:
    most = re.search(r"at most (\d+) MB", (START / "library.sh").read_text(encoding="utf-8"))
    assert most
    linux = re.compile(r"-(cp31[1-4]|py3|abi3)-.*(manylinux.*x86_64|none-any)")
    wheels = {name: [w["size"] for w in locked[name]["wheels"] if linux.search(w["url"])] for name in pinned}
    assert sum(max(sizes) for sizes in wheels.values()) < int(most[1]) * 1_000_000
