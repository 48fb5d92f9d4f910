"""The finding of every rule states the fault with its value, has no gaps, and does not state the rule as a fact."""

import re

import msgspec
import pytest

from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Finding
from invoicy.rules import examples, plausibility, rules_of
from invoicy.rules.examples.plain import CHECK_CONTEXT
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule
from invoicy.wording.words import template

PROFILES = tuple(profile for profile in Profile if profile is not Profile.AUTO)
RULES = {made.id: made for profile in PROFILES for made in (*rules_of(profile), *plausibility.RULES)}
BROKEN = {rule: pair.broken for rule, made in RULES.items() if (pair := examples.pair(made)) is not None}
SOME = list(BROKEN)[::9]  # each is checked against all the rules, which takes its time
GAPS = ("{", "}", "()", "''", "  ", "(absent)", "None", " .", " ,")
ODD = re.compile(r"\b(?:stands?|bears?|is none|whoever)\b|^(?:What|Who|Whose|Where|How|Which|Whether|When|Why)\b")


def first_finding(rule: str) -> Finding:
    return RULES[rule].findings(InvoiceContext(msgspec.convert(BROKEN[rule], Invoice), check_context=CHECK_CONTEXT))[0]


@pytest.mark.parametrize("rule", BROKEN)
def test_the_catalogue_has_a_sentence_for_the_faults_of_a_rule(rule: str) -> None:
    made = RULES[rule]
    assert template(made.faults or made.id, "") or made.faults in {"VAT-registered", "VAT-rate"}


@pytest.mark.parametrize("rule", BROKEN)
def test_the_finding_is_not_the_rule_as_if_it_held(rule: str) -> None:
    message = first_finding(rule).message
    assert RULES[rule].sentence.rstrip(".").lower() not in message.lower()


@pytest.mark.parametrize("rule", BROKEN)
def test_the_finding_is_a_sentence_about_a_business_term(rule: str) -> None:
    message = first_finding(rule).message
    assert message[0].isupper() or message[0].isdigit()
    assert message.endswith(".")
    assert re.search(r"\b(?:BT|BG)-[A-Z\d-]+|VAT category [A-Z]+", message)
    assert ODD.search(message) is None


@pytest.mark.parametrize("rule", BROKEN)
def test_the_finding_names_a_value_that_offends(rule: str) -> None:
    finding = first_finding(rule)
    message = finding.message.replace(",", "")
    values = [value.replace(",", "") for value in finding.values]
    assert not values or "missing" in message or any(value in message for value in values)


@pytest.mark.parametrize("syntax", ["", "cii"])
def test_no_sentence_has_a_gap_in_an_invoice_with_other_faults(syntax: str) -> None:
    gaps = []
    for rule in SOME:
        plain = BROKEN[rule]
        context = InvoiceContext(msgspec.convert(plain, Invoice), syntax, check_context=CHECK_CONTEXT)
        for made in RULES.values():
            messages = [finding.message for finding in made.findings(context)]
            gaps += [(rule, made.id, text) for text in messages if _has_gap(made, text)]
    assert gaps == []


def test_an_empty_invoice_gives_whole_sentences() -> None:
    messages = [
        (made, finding.message) for made in RULES.values() for finding in made.findings(InvoiceContext(Invoice()))
    ]
    assert [text for made, text in messages if _has_gap(made, text)] == []


def _has_gap(made: Rule, text: str) -> bool:
    return text == made.sentence or not text.endswith(".") or any(gap in text for gap in GAPS)
