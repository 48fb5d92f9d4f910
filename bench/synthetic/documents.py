"""The documents of a run, each with a layout and a locale."""

from collections.abc import Iterator

import msgspec

from bench.synthetic.chance import Chance
from bench.synthetic.display import draw_display
from bench.synthetic.facts import draw_facts
from bench.synthetic.kinds import Half, layouts, locales
from bench.synthetic.sheet import draw_sheet
from bench.synthetic.truth import Document, truth
from bench.synthetic.typeset import typeset


class Made(msgspec.Struct, frozen=True):
    """A document: its name, its PDF and its truth."""

    name: str
    pdf: bytes
    truth: Document


def documents(count: int, seed: int, half: Half) -> Iterator[Made]:
    """As many documents as asked for; a document depends on the seed, the half and its place only."""
    for index in range(count):
        yield document(index, seed, half)


def document(index: int, seed: int, half: Half) -> Made:
    """The document at a place; layouts and locales take turns so that each pair comes up."""
    tags, names = tuple(locales()), tuple(layouts(half))
    tag, layout = tags[index % len(tags)], names[(index + index // len(tags)) % len(names)]
    chance = Chance(f"{seed}/{half}/{index}")
    facts = draw_facts(chance, half, layout, tag)
    display = draw_display(chance, facts)
    sheet, base_in_label = draw_sheet(chance, facts, display)
    name = f"{half}{index:05}-{tag}-{layout}"
    return Made(name, typeset(sheet, layout), truth(facts, display, base_in_label=base_in_label))
