"""The layers of the images, and the changes that move them."""

import json
from pathlib import Path

import pytest
from bench.images.budgets import Budgets
from bench.images.changes import CHANGES, copy

from tests.images.engine import REVISION, TARGETS, baked, configuration, docker, image, layers, run

pytestmark = pytest.mark.container
CLOUDS = ("lambda", "cloudrun")
BUDGETS = Budgets.load()


def steps_not_from_the_cache(log: str) -> list[str]:
    """RUN and COPY steps that a build had to do, from its own account (--progress=rawjson)."""
    messages = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    vertexes = [vertex for each in messages for vertex in each.get("vertexes") or [] if "completed" in vertex]
    done = {vertex["digest"]: vertex["name"] for vertex in vertexes}
    cached = {vertex["digest"] for vertex in vertexes if vertex.get("cached")}
    steps = {digest: name for digest, name in done.items() if "] RUN " in name or "] COPY " in name}
    assert len(steps) > len(TARGETS)
    return [name for digest, name in steps.items() if digest not in cached]


def test_both_clouds_share_every_layer_of_the_base(images: dict[str, str]) -> None:
    base = layers(images["base"])
    for cloud in CLOUDS:
        assert layers(images[cloud])[: len(base)] == base


def test_both_clouds_carry_the_library_in_the_same_layers(images: dict[str, str]) -> None:
    library = [
        {layer.made_by: layer.digest for layer in image(images[cloud]).layers if "/code/library" in layer.made_by}
        for cloud in CLOUDS
    ]
    assert library[0] == library[1] != {}


@pytest.mark.slow
def test_two_builds_from_nothing_are_the_same_and_a_third_does_nothing(images: dict[str, str], tmp_path: Path) -> None:
    elsewhere = copy(tmp_path / "elsewhere")
    with baked("--no-cache", cwd=elsewhere) as again:
        assert {target: image(again[target]).digest for target in TARGETS} == {
            target: image(images[target]).digest for target in TARGETS
        }
    log = docker("buildx", "bake", "--progress=rawjson", "--set=*.output=type=cacheonly", cwd=elsewhere)
    assert steps_not_from_the_cache(log) == []


def test_a_new_version_moves_no_layer_and_comes_out_everywhere(images: dict[str, str]) -> None:
    with baked(version="7.9.0rc1") as newer:
        for cloud in CLOUDS:
            assert layers(newer[cloud]) == layers(images[cloud])
            assert run(newer[cloud], "/opt/invoicy/bin/invoicy", "--version").startswith("invoicy 7.9.0rc1")
            labels = configuration(newer[cloud])["Labels"]
            assert labels["org.opencontainers.image.version"] == "7.9.0rc1"
            assert labels["org.opencontainers.image.revision"] == REVISION


def test_a_changed_handler_moves_one_layer_of_its_own_cloud(images: dict[str, str], tmp_path: Path) -> None:
    changed = copy(tmp_path / "changed")
    module = changed / "functions" / "gcp" / "invoicy_gcp" / "bucket.py"
    module.write_text(module.read_text() + "\nNEW_CONSTANT = 1\n")
    with baked(cwd=changed) as newer:
        assert image(newer["lambda"]).digest == image(images["lambda"]).digest
        (moved,) = image(newer["cloudrun"]).missing_from(image(images["cloudrun"]))
        assert "/code/function/" in moved.made_by


def test_a_changed_library_moves_no_more_than_its_budget(images: dict[str, str], tmp_path: Path) -> None:
    changed = copy(tmp_path / "changed")
    next(change for change in CHANGES if change.name == "library change").make(changed)
    with baked(cwd=changed) as newer:
        for cloud in CLOUDS:
            moved = image(newer[cloud]).missing_from(image(images[cloud]))
            assert 0 < sum(layer.size for layer in moved) <= BUDGETS.delta["library change"]


def test_an_image_is_no_larger_than_its_budget(images: dict[str, str]) -> None:
    for cloud in CLOUDS:
        assert image(images[cloud]).size <= BUDGETS.size[cloud]
