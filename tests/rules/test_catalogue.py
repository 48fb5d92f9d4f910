"""The catalogue of rules: everything that a finding can be called is explained there."""

import re

from invoicy.readings.reading import Severity
from invoicy.rules import catalogue
from tests.requirements import ROOT

SOURCES = ROOT / "shared" / "invoicy"
ID = re.compile(r"\bINVOICY-[A-Z]+(?:-[A-Z]+)*\b")


def test_every_check_that_the_program_names_is_explained() -> None:
    texts = [path.read_text(encoding="utf-8") for ending in ("*.py", "*.tsv") for path in SOURCES.rglob(ending)]
    named = {rule for text in texts for rule in ID.findall(text)}
    assert "INVOICY-XML-BROKEN" in named
    assert {rule for rule in named if catalogue.find(rule) is None} == set()


def test_a_check_while_reading_has_a_sentence_and_a_severity() -> None:
    checks = [entry for entry in catalogue.entries() if not entry.profiles]
    assert len(checks) > 20
    assert all(entry.sentence.endswith(".") for entry in checks)
    assert all(Severity(severity) for entry in checks for severity in (entry.severity, *entry.milder))
    assert {entry.applies_to for entry in checks} == {"every document"}
