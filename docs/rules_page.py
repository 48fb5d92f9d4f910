"""The page docs/rules.md, made from the catalogue of rules."""

from collections.abc import Iterable

from invoicy.rules import catalogue
from invoicy.rules.catalogue import RuleEntry

_HEAD = """# Rules

All rules that Invoicy checks invoices against, in our words. `make docs` writes this page from the functions and
tables of the rules. `invoicy rules ID` explains a rule, with an invalid and a valid example and the finding about the
invalid one.

Rules about the invoice are Python functions on the model (`shared/invoicy/rules/`). They check an invoice from an XML
and an invoice from a printed page in the same way. The sentences of their findings are in
`shared/invoicy/data/wording/en.tsv`. Rules about the XML are tables (`shared/invoicy/data/syntax/`).

[judges.md](judges.md) compares these rules with the official rule sets.

## About the invoice

| rule | severity | terms | sentence | applies to |
| --- | --- | --- | --- | --- |
"""
_SYNTAX = """
## About the XML

| rule | severity | terms | sentence | applies to |
| --- | --- | --- | --- | --- |
"""
_READING = """
## While a document is read

| check | severity | terms | sentence |
| --- | --- | --- | --- |
"""


def rules_page() -> str:
    """Return the text of docs/rules.md."""
    entries = [entry for entry in catalogue.entries() if entry.profiles]
    while_reading = (entry for entry in catalogue.entries() if not entry.profiles)
    about_invoice = (entry for entry in entries if catalogue.is_about_content(entry.id))
    about_xml = (entry for entry in entries if not catalogue.is_about_content(entry.id))
    return _HEAD + _rows(about_invoice) + _SYNTAX + _rows(about_xml) + _READING + _rows(while_reading)


def _rows(entries: Iterable[RuleEntry]) -> str:
    return "".join(_row(entry) for entry in entries)


def _row(entry: RuleEntry) -> str:
    sentence = entry.sentence.replace("|", "\\|")
    cells = [entry.id, entry.severities, " ".join(entry.terms), sentence]
    if entry.profiles:
        cells.append(" ".join(entry.profiles))
    return f"| {' | '.join(cells)} |\n"
