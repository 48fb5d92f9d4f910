"""The names on the pages, each with what speaks for its being the seller and the buyer."""

import re

from msgspec import Struct

from invoicy.pages.blocks import Block, blocks_in
from invoicy.pages.candidates import Scene
from invoicy.pages.labels import fold
from invoicy.pages.layout import Segment

_DOMAIN = re.compile(r"(?:@|www\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}", re.IGNORECASE)
_PUBLIC = frozenset(
    [
        "gmail",
        "yahoo",
        "hotmail",
        "outlook",
        "web",
        "gmx",
        "icloud",
        "aol",
        "live",
        "protonmail",
        "mail",
        "t-online",
        "wp",
        "onet",
        "seznam",
        "orange",
        "free",
        "example",
    ]
)
_BANKS = ("bank", "sparkasse", "kasse", "credit", "banca", "banco", "banque", "caixa", "caja", "spar", "pankki")


class Person(Struct):
    """One name, wherever it stands, with what speaks for its being the seller and the buyer."""

    name: str
    segment: Segment
    block: Block | None
    doubts: dict[str, float]
    method: dict[str, str]

    def speak(self, role: str, score: float, method: str) -> None:
        score = max(-0.95, min(score, 0.97))
        if score >= 1 - self.doubts.get(f"{role}!", 1.0):
            self.method[role] = method
        self.doubts[f"{role}!"] = min(self.doubts.get(f"{role}!", 1.0), 1 - score)
        self.doubts[role] = self.doubts.get(role, 1.0) * (1 - score)

    def score(self, role: str) -> float:
        return 1 - self.doubts.get(role, 1.0)


class People:
    """Everyone named on the pages, and what the pages say of them as a whole."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.by_name: dict[str, Person] = {}
        self.blocks = blocks_in(scene)
        self.shipped: list[Segment] = []
        self.texts = [fold(segment.text) for segment in scene.segments]
        domains = [match.group(1) for segment in scene.segments for match in _DOMAIN.finditer(segment.text)]
        self.domains = [fold(domain) for domain in domains if domain.lower() not in _PUBLIC]

    def person(self, name: str, segment: Segment, block: Block | None) -> Person:
        key = fold(name)
        if key not in self.by_name:
            self.by_name[key] = Person(name, segment, block, {}, {})
        found = self.by_name[key]
        if block and not found.block:
            found.block = block
        return found

    def block_of(self, segment: Segment) -> Block | None:
        return next((block for block in self.blocks if block.holds(segment)), None)

    def is_bank(self, segment: Segment) -> bool:
        """An account stands in the lines right under it."""
        block = self.block_of(segment)
        under = [line for line in block.lines if 0 <= line.row - segment.row <= 3] if block else []
        key = fold(segment.text)
        return any(word in key for word in _BANKS) and any(
            label.fields.keys() & {"iban", "account"} for line in under for label in self.scene.labels.of(line)
        )
