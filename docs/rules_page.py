"""The page of rules, from the rules themselves."""

from collections.abc import Iterable

from invoicy.rules import catalogue
from invoicy.rules.catalogue import RuleEntry

_HEAD = """# Rules

Every rule that Invoicy checks an invoice against, in our words. Written by `make docs` from the rules' functions and
tables; `invoicy rules ID` shows one of them, with an invalid invoice beside a valid one and the finding about it.

Rules about the invoice are Python functions on the one model (`shared/invoicy/rules/`). They judge an invoice in the
same way whether it was read from XML or from the text of a PDF; scans are not read yet. Their findings take their
sentences from `shared/invoicy/data/wording/en.tsv`. Rules about an XML syntax are tables beside its reader
(`shared/invoicy/data/syntax/`).

How they compare with the official rule sets, and where those differ: [judges](judges.md).

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
_OF_SYNTAX = ("UBL-", "CII-")


def rules_page() -> str:
    """docs/rules.md."""
    entries = [entry for entry in catalogue.entries() if entry.profiles]
    while_reading = (entry for entry in catalogue.entries() if not entry.profiles)
    about_invoice = (entry for entry in entries if not entry.id.startswith(_OF_SYNTAX))
    about_xml = (entry for entry in entries if entry.id.startswith(_OF_SYNTAX))
    return _HEAD + _rows(about_invoice) + _SYNTAX + _rows(about_xml) + _READING + _rows(while_reading)


def _rows(entries: Iterable[RuleEntry]) -> str:
    return "".join(_row(entry) for entry in entries)


def _row(entry: RuleEntry) -> str:
    sentence = entry.sentence.replace("|", "\\|")
    cells = [entry.id, entry.severities, " ".join(entry.terms), sentence]
    if entry.profiles:
        cells.append(" ".join(entry.profiles))
    return f"| {' | '.join(cells)} |\n"
