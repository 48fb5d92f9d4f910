"""infra/budgets.toml, and which of its budgets measured figures break."""

import tomllib
from collections.abc import Iterator
from typing import Self

import msgspec
from msgspec import Struct

from bench.corpus import ROOT
from bench.images.image import Image, repository_of
from bench.images.ways import WAYS, Figures

PATH = ROOT / "infra" / "budgets.toml"
COMPARED = "one_venv"
REBUILT = ("library change", "handler change")


class Rebuild(Struct, frozen=True, forbid_unknown_fields=True):
    share_of_one_venv: float


class Budgets(Struct, frozen=True, forbid_unknown_fields=True):
    """delta: bytes of layers by change. size: bytes of layers by image. rebuild: shares of the other way's seconds."""

    delta: dict[str, int]
    size: dict[str, int]
    rebuild: Rebuild

    @classmethod
    def load(cls) -> Self:
        return msgspec.convert(tomllib.loads(PATH.read_text()), cls)

    def broken(self, figures: Figures, images: list[Image]) -> list[str]:
        """One sentence for every budget that does not hold."""
        return [*self.over_delta(figures), *self.over_size(images), *self.over_rebuild(figures)]

    def over_delta(self, figures: Figures) -> Iterator[str]:
        for way in WAYS:
            for change, most in self.delta.items():
                if way.baked and (size := figures[way.name][change].size) > most:
                    yield f"{way.name}, {change}: {size:,} bytes moved, {most:,} allowed."

    def over_size(self, images: list[Image]) -> Iterator[str]:
        for image in images:
            name = repository_of(image.reference).rpartition("/")[2].removeprefix("invoicy-")
            if image.size > self.size[name]:
                yield f"{name}: {image.size:,} bytes, {self.size[name]:,} allowed."

    def over_rebuild(self, figures: Figures) -> Iterator[str]:
        seconds = {way.name: sum(figures[way.name][change].build for change in REBUILT) for way in WAYS}
        for way in WAYS:
            share = seconds[way.name] / seconds[COMPARED]
            if way.baked and share > self.rebuild.share_of_one_venv:
                allowed = self.rebuild.share_of_one_venv
                yield f"{way.name}: rebuilt in {share:.1%} of the time of {COMPARED}, {allowed:.0%} allowed."
