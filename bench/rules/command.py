"""The command for the rules."""

from collections.abc import Callable, Sequence

import click

from bench.corpus import corpus
from bench.rules.differential import compare, documents
from bench.rules.judge import judges
from bench.rules.speed import print_speed
from bench.rules.start import print_start
from bench.rules.tallies import print_tally
from bench.rules.transposition import as_cii, as_credit_notes
from bench.rules.unit_tests import expectations
from invoicy.formats.registry import read_xml
from invoicy.model.profiles import Profile
from invoicy.rules.checking import checked_extract

_SETS = {f"{profile}-{syntax}": (profile, syntax) for profile in ("en16931", "xrechnung") for syntax in ("ubl", "cii")}
_UNIT_TESTS = (("en16931-unit-ubl", Profile.EN16931), ("peppol-unit-ubl", Profile.PEPPOL))
_PARTS = ("unit", "transposed", "mutants", "speed", "start")


@click.command()
@click.option("--only", type=click.Choice(_PARTS), help="Print this part alone.")
@click.option("--mutants", type=int, default=2000, show_default=True, help="Mutants of each syntax and rule set.")
@click.option("--first-seed", type=int, default=0, show_default=True, help="Seed of the first mutant.")
@click.option("--set", "sets", multiple=True, type=click.Choice(list(_SETS)), help="Mutants of this rule set alone.")
def rules(only: str | None, mutants: int, first_seed: int, sets: tuple[str, ...]) -> None:
    """Compare findings with those of the official rule sets, and time a check.

    unit: the unit tests of CEN and OpenPEPPOL. transposed: the same as credit notes and as CII. mutants: seeded mutants
    of examples. speed, start: milliseconds, warm and at the first check, beside peers. All parts together take many
    minutes. Reads the corpus at INVOICY_CORPUS.
    """
    chosen = [_SETS[name] for name in sets or _SETS]
    parts: dict[str, Callable[[], None]] = {
        "unit": _unit_tests,
        "transposed": _transposed,
        "mutants": lambda: _mutants(mutants, first_seed, chosen),
        "speed": print_speed,
        "start": print_start,
    }
    for name in [only] if only else _PARTS:
        parts[name]()


def _unit_tests() -> None:
    for folder, profile in _UNIT_TESTS:
        wanted = list(expectations(corpus("einvoice", folder)))
        right = sum(_fires(each.document, each.rule, profile) == each.fires for each in wanted)
        print(f"unit tests  {folder:<18} {right}/{len(wanted)} asserts")


def _fires(content: bytes, rule: str, profile: Profile) -> bool:
    return any(f.rule == rule for reading in checked_extract(read_xml(content), profile) for f in reading.findings)


def _transposed() -> None:
    """Compare on the unit tests as credit notes and as CII, of which the corpus has none."""
    with judges(*_SETS.values()) as all_judges:
        for (profile, syntax), judge in all_judges.items():
            for folder, _ in _UNIT_TESTS:
                wanted = expectations(corpus("einvoice", folder))
                rewritten = as_cii(wanted) if syntax == "cii" else as_credit_notes(wanted)
                distinct = {content: (name, number) for name, number, content in rewritten}
                tests = ((name, number, content) for content, (name, number) in distinct.items())
                print_tally("transposed", f"{profile} {syntax}", compare(judge, Profile(profile), tests))


def _mutants(count: int, first_seed: int, sets: Sequence[tuple[str, str]]) -> None:
    with judges(*sets) as all_judges:
        for (profile, syntax), judge in all_judges.items():
            tally = compare(judge, Profile(profile), documents(syntax, count, first_seed))
            print_tally("mutants", f"{profile} {syntax}", tally)
