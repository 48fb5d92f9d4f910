"""All rules: named once, said in a sentence, and each with a function that finds something or nothing."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

from invoicy import rules
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.model.terms import terms
from invoicy.rules import catalogue, check, examples, plausibility, rules_of
from invoicy.rules.examples import recorded
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule

PROFILES = tuple(profile for profile in Profile if profile is not Profile.AUTO)
RULES = {made.id: made for profile in PROFILES for made in (*rules_of(profile), *plausibility.RULES)}
TERMS = {term.term for term in terms()}


def _rules_of_modules() -> Iterator[tuple[str, Rule]]:
    """Every rule that a module of the package lists, with the module's name."""
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        listed = getattr(import_module(module.name), "RULES", ())
        for group in listed.values() if isinstance(listed, dict) else [listed]:
            yield from ((module.name, made) for made in group)


def test_every_rule_that_a_module_lists_is_in_the_catalogue() -> None:
    listed = list(_rules_of_modules())
    assert {made.id for _, made in listed} == set(RULES)
    forgotten = [(module, made.id) for module, made in listed if catalogue.find(made.id) is None]
    assert forgotten == []


@pytest.mark.parametrize("made", RULES.values(), ids=lambda made: made.id)
def test_a_rule_has_a_sentence_and_terms_of_the_table(made: Rule) -> None:
    assert made.sentence.endswith(".")
    assert set(made.terms) <= TERMS
    assert re.fullmatch(r"[A-Z]{2,7}-[A-Za-z0-9-]+", made.id)


@pytest.mark.parametrize("made", RULES.values(), ids=lambda made: made.id)
def test_an_empty_invoice_and_one_without_anything_in_its_groups_are_no_reason_to_fail(made: Rule) -> None:
    for syntax in ("", "ubl", "cii"):
        for broken in made.check(InvoiceContext(Invoice(), syntax)):
            assert broken.path == "" or broken.path.startswith("/")


@pytest.mark.parametrize("made", RULES.values(), ids=lambda made: made.id)
def test_an_example_breaks_what_the_other_keeps(made: Rule) -> None:
    example = examples.of(made)
    assert example is None or any(value.wrong != value.right for value in example.values)


def test_every_rule_that_can_be_broken_has_an_example() -> None:
    always_hold = {"BR-CO-05", "BR-CO-06", "BR-CO-07", "BR-CO-08"}
    assert {made.id for made in RULES.values() if examples.of(made) is None} == always_hold


@pytest.mark.parametrize("recorded_rule", sorted(recorded.rules()))
def test_a_recorded_example_breaks_the_rule_and_is_sound_without_that(recorded_rule: str) -> None:
    assert recorded.is_broken(RULES[recorded_rule]) == (True, False)


def test_an_empty_invoice_lacks_the_required_terms() -> None:
    broken = {finding.rule for finding in check(Invoice(), Profile.EN16931)}
    assert {"BR-02", "BR-03", "BR-06", "BR-12", "BR-16", "BR-CO-18"} <= broken


def test_the_catalogue_has_the_rules_about_the_syntax_too() -> None:
    entry = catalogue.find("ubl-sr-12")
    assert entry is not None
    assert entry.severity == "fatal"
    assert catalogue.find("BR-99") is None
    assert "BR-CO-15" in catalogue.near("BR-C0-15")
