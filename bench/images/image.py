"""The layers that a registry sends for an image, with their sizes and the steps that made them."""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

PLATFORM = "linux/amd64"


class Layer(Struct, frozen=True):
    """size: bytes as sent, compressed. made_by: the Dockerfile's step."""

    digest: str
    size: int
    made_by: str


class Image(Struct, frozen=True):
    """overhead: bytes of manifest and configuration, which hold no file."""

    reference: str
    digest: str
    layers: tuple[Layer, ...]
    overhead: int

    @property
    def size(self) -> int:
        """Bytes of all layers; one that occurs twice is sent once."""
        return total(self.layers)

    def missing_from(self, other: "Image") -> tuple[Layer, ...]:
        """The layers that a pull fetches if the other image was pulled before, each once."""
        there = {layer.digest for layer in other.layers}
        return tuple({layer.digest: layer for layer in self.layers if layer.digest not in there}.values())


def total(layers: tuple[Layer, ...]) -> int:
    return sum({layer.digest: layer.size for layer in layers}.values())


def load(reference: str) -> Image:
    """The image as its registry has it, else as this engine has it. Raises LookupError where neither does."""
    answer = _docker("buildx", "imagetools", "inspect", "--raw", reference)
    if answer.returncode == 0:
        return _from_registry(reference, answer.stdout)
    if _docker("image", "inspect", reference).returncode == 0:
        return in_engine(reference)
    raise LookupError(f"{reference} is neither in its registry nor in this engine: {answer.stderr.decode().strip()}")


def repository_of(reference: str) -> str:
    """The reference without tag and digest; the colon of a port does not start a tag."""
    named = reference.partition("@")[0]
    folder, slash, name = named.rpartition("/")
    return folder + slash + name.partition(":")[0]


def _docker(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["docker", *arguments], capture_output=True, check=False)


def _from_registry(reference: str, raw: bytes) -> Image:
    repository = repository_of(reference)
    manifest = json.loads(raw)
    if "manifests" in manifest:
        pinned = f"{repository}@{_of_platform(manifest)}"
        raw = _docker("buildx", "imagetools", "inspect", "--raw", pinned).stdout
    digest = f"sha256:{hashlib.sha256(raw).hexdigest()}"
    config = _docker("buildx", "imagetools", "inspect", "--format", "{{json .Image}}", f"{repository}@{digest}").stdout
    return _image(reference, raw, json.loads(config))


def in_engine(reference: str) -> Image:
    """The image as this engine has it; sizes are compressed where the engine keeps images in containerd's store."""
    with tempfile.NamedTemporaryFile(suffix=".tar") as file:
        subprocess.run(["docker", "save", "--output", file.name, reference], check=True)
        with tarfile.open(file.name) as archive:
            return _from_archive(reference, archive)


def _from_archive(reference: str, archive: tarfile.TarFile) -> Image:
    raw = _member(archive, "index.json")
    while "manifests" in (manifest := json.loads(raw)):
        raw = _member(archive, _blob(_of_platform(manifest)))
    return _image(reference, raw, json.loads(_member(archive, _blob(manifest["config"]["digest"]))))


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    return file.read() if file else b""


def _blob(digest: str) -> str:
    return "blobs/" + digest.replace(":", "/")


def _of_platform(index: dict[str, Any]) -> str:
    """The digest for PLATFORM; attestations name an unknown platform, a single image may name none."""
    images = [each for each in index["manifests"] if each.get("platform", {}).get("os") != "unknown"]
    system, _, architecture = PLATFORM.partition("/")
    for each in images:
        if each.get("platform", {}).get("os") == system and each["platform"]["architecture"] == architecture:
            return str(each["digest"])
    return str(images[0]["digest"])


def _image(reference: str, raw: bytes, config: dict[str, Any]) -> Image:
    manifest = json.loads(raw)
    steps = list(_steps(config.get("history", [])))
    steps += ["?"] * (len(manifest["layers"]) - len(steps))
    layers = zip(manifest["layers"], steps, strict=False)
    return Image(
        reference=reference,
        digest=f"sha256:{hashlib.sha256(raw).hexdigest()}",
        layers=tuple(Layer(each["digest"], each["size"], step) for each, step in layers),
        overhead=len(raw) + manifest["config"]["size"],
    )


def _steps(history: list[dict[str, Any]]) -> Iterator[str]:
    """The steps that made a layer, without the prefix that all of them have."""
    for step in history:
        if not step.get("empty_layer"):
            text = " ".join(step.get("created_by", step.get("comment", "?")).removesuffix("# buildkit").split())
            yield text.replace("/bin/sh -c ", "").replace("|1 SOURCE_DATE_EPOCH=315532800 ", "")
