"""Which layers the images have, and what makes one move."""

import json
from pathlib import Path

import pytest
from bench.changes import copy
from bench.images import Image, load

from tests.images.engine import REVISION, VERSION, baked, configuration, docker, run

pytestmark = pytest.mark.container


def digests(image: Image) -> list[str]:
    return [layer.digest for layer in image.layers]


def test_both_clouds_stand_on_every_layer_of_the_base(images: dict[str, str]) -> None:
    base = digests(load(images["base"]))
    for cloud in ("lambda", "cloudrun"):
        assert digests(load(images[cloud]))[: len(base)] == base


def test_both_clouds_carry_the_library_in_the_same_layers(images: dict[str, str]) -> None:
    library = [
        {layer.made_by: layer.digest for layer in load(images[cloud]).layers if "/code/library" in layer.made_by}
        for cloud in ("lambda", "cloudrun")
    ]
    assert library[0] == library[1] != {}


@pytest.mark.slow
def test_two_builds_from_nothing_are_the_same_to_the_byte(images: dict[str, str], tmp_path: Path) -> None:
    with baked("--no-cache", cwd=copy(tmp_path / "elsewhere")) as again:
        for target, image in images.items():
            assert load(again[target]).digest == load(image).digest


def test_a_second_build_takes_every_step_from_the_cache(images: dict[str, str]) -> None:
    registry = images["base"].partition("/invoicy-")[0]
    environment = {"REGISTRY": registry, "VERSION": VERSION, "REVISION": REVISION, "BASE_HASH": ""}
    said = docker("buildx", "bake", "--load", "--progress=rawjson", env=environment)
    told = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    steps = {v["digest"]: v for each in told for v in each.get("vertexes") or [] if "completed" in v}
    built = [step for step in steps.values() if "] RUN " in step["name"] or "] COPY " in step["name"]]
    assert len(built) > len(images)
    assert [step["name"] for step in built if not step.get("cached")] == []


def test_a_new_version_moves_no_layer_and_comes_out_everywhere(images: dict[str, str]) -> None:
    with baked(version="7.9.0rc1") as newer:
        for cloud in ("lambda", "cloudrun"):
            assert digests(load(newer[cloud])) == digests(load(images[cloud]))
            assert run(newer[cloud], "/opt/invoicy/bin/invoicy", "--version").startswith("invoicy 7.9.0rc1")
            labels = configuration(newer[cloud])["Labels"]
            assert labels["org.opencontainers.image.version"] == "7.9.0rc1"
            assert labels["org.opencontainers.image.revision"] == REVISION


def test_a_changed_handler_moves_one_layer_of_its_own_cloud(images: dict[str, str], tmp_path: Path) -> None:
    changed = copy(tmp_path / "changed")
    module = changed / "functions" / "gcp" / "invoicy_gcp" / "bucket.py"
    module.write_text(module.read_text() + "\nNEW_CONSTANT = 1\n")
    with baked(cwd=changed) as newer:
        assert load(newer["lambda"]).digest == load(images["lambda"]).digest
        (moved,) = load(newer["cloudrun"]).missing_from(load(images["cloudrun"]))
        assert "/code/function/" in moved.made_by
