"""Findings of Invoicy beside those of the official judge, on valid examples and on seeded mutants of them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct, field

from bench.corpus import corpus
from bench.rules.judge import Judge
from bench.rules.mutants import mutant
from invoicy.errors import UnreadableDocumentError
from invoicy.formats.registry import read_xml
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Severity
from invoicy.rules.checking import checked_extract

_FOLDERS = {
    "ubl": ("einvoice/examples-ubl", "einvoice/peppol-examples", "einvoice/xrechnung"),
    "cii": ("einvoice/examples-cii", "einvoice/xrechnung"),
}
_ROOTS = {"ubl": ("Invoice", "CreditNote"), "cii": ("CrossIndustryInvoice",)}
MAX_BYTES = 200_000


class Difference(Struct, frozen=True):
    """A mutant on which the two differ. only_judge, only_invoicy: fatal rules."""

    source: str
    seed: int
    only_judge: frozenset[str]
    only_invoicy: frozenset[str]


class Tally(Struct):
    """The result of a run. counted: mutants with a fatal finding on either side; not_judged: the judge failed."""

    judged: int = 0
    not_judged: int = 0
    counted: int = 0
    equal: int = 0
    both: Counter[str] = field(default_factory=Counter)
    only_judge: Counter[str] = field(default_factory=Counter)
    only_invoicy: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = []


def sources(syntax: str) -> list[Path]:
    """The examples of a syntax, without the largest."""
    paths = (path for folder in _FOLDERS[syntax] for path in sorted(corpus(folder).iterdir()))
    return [path for path in paths if path.stat().st_size < MAX_BYTES and _is_of(path, syntax)]


def _is_of(path: Path, syntax: str) -> bool:
    if path.suffix.lower() != ".xml":
        return False
    return etree.QName(etree.parse(path).getroot()).localname in _ROOTS[syntax]


def documents(syntax: str, count: int, first_seed: int = 0) -> Iterator[tuple[str, int, bytes]]:
    """Every example as it is (seed -1), then as many mutants."""
    examples = [(path.name, path.read_bytes()) for path in sources(syntax)]
    for name, content in examples:
        yield name, -1, content
    for seed in range(first_seed, first_seed + count):
        name, content = examples[seed % len(examples)]
        yield name, seed, mutant(content, seed)


def fatal_rules(content: bytes, profile: Profile) -> frozenset[str]:
    """The official rules that Invoicy reports as broken, without its own INVOICY rules."""
    try:
        extract = read_xml(content)
    except UnreadableDocumentError:
        return frozenset()
    (reading,) = checked_extract(extract, profile)
    return frozenset(f.rule for f in reading.findings if f.severity is Severity.FATAL)


def compare(judge: Judge, profile: Profile, documents_to_check: Iterator[tuple[str, int, bytes]]) -> Tally:
    """Run Invoicy and the judge on every document."""
    tally = Tally()
    for name, seed, content in documents_to_check:
        fired = judge.fired(content)
        if fired is None:
            tally.not_judged += 1
            continue
        tally.judged += 1
        wanted = frozenset(rule for rule, flag in fired.items() if flag == "fatal")
        _count(tally, Difference(name, seed, wanted, fatal_rules(content, profile) & judge.rules))
    return tally


def _count(tally: Tally, difference: Difference) -> None:
    wanted, reported = difference.only_judge, difference.only_invoicy
    tally.counted += bool(wanted or reported)
    tally.equal += bool(wanted) and wanted == reported
    tally.both.update(wanted & reported)
    tally.only_judge.update(wanted - reported)
    tally.only_invoicy.update(reported - wanted)
    if wanted != reported:
        tally.differences.append(Difference(difference.source, difference.seed, wanted - reported, reported - wanted))
