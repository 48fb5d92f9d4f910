"""The labels of one document: one synonym for each concept, at times in two languages."""

from bench.synthetic.chance import Chance
from bench.synthetic.facts import Facts
from bench.synthetic.kinds import Half, synonyms

SENTENCES = frozenset(
    {
        "days",
        "early",
        "pay_by",
        "sum_sentence",
        "sum_only",
        "intro",
        "opening",
        "thanks",
        "reverse",
        "exempt",
        "incl",
        "page",
    }
)


class Wording:
    """Labels by concept; `{tax}` is the country's name for its tax."""

    def __init__(self, chance: Chance, facts: Facts, *, bilingual: bool) -> None:
        self._chosen = {c: chance.pick(forms) for c, forms in synonyms("labels", facts.language, facts.half).items()}
        english = synonyms("labels", "en", facts.half)
        if bilingual:
            for concept in self._chosen.keys() - SENTENCES:
                self._chosen[concept] += f" / {english[concept][0]}"
        self.tax = chance.pick(tax_names(facts))

    def __call__(self, concept: str, **values: str) -> str:
        """The label, with values in its places."""
        return self._chosen[concept].format(**{"tax": self.tax, **values})

    def has_place(self, concept: str, name: str) -> bool:
        """True where the label has a place for a value."""
        return f"{{{name}}}" in self._chosen[concept]


def tax_names(facts: Facts) -> list[str]:
    """The name of the tax in an English label."""
    if facts.language == "en":
        return ["VAT"]
    return facts.country.tax[half_index(facts.half)].split("|")


def half_index(half: Half) -> int:
    return "ab".index(half)
