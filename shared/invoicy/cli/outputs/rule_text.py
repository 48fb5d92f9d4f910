"""The text of a rule: sentence, business terms, profiles, and an invalid invoice beside a valid one."""

from collections.abc import Iterator

import click

from invoicy.rules.catalogue import RuleEntry, is_about_content
from invoicy.rules.examples import Example
from invoicy.rules.examples.compared import ComparedValue

_WIDTH = 80
_ABSENT = "(missing)"
_NOT_CHECKABLE = "No example: a program cannot check this rule."
_ABOUT_XML = "No example: the rule is about the XML, not about the invoice in it."


def rule_text(entry: RuleEntry, example: Example | None) -> str:
    """Return the text to print, with titles in bold."""
    return "\n".join(_lines(entry, example))


def _lines(entry: RuleEntry, example: Example | None) -> Iterator[str]:
    yield click.style(f"{entry.id} ({entry.severities})", bold=True)
    yield click.wrap_text(entry.sentence, _WIDTH)
    yield ""
    if entry.terms:
        yield _labelled("About:", entry.named_terms)
    yield _labelled("Profiles:" if entry.profiles else "Applies to:", entry.applies_to)
    if not entry.profiles:
        return
    yield ""
    if example is None:
        yield click.wrap_text(_NOT_CHECKABLE if is_about_content(entry.id) else _ABOUT_XML, _WIDTH)
        return
    yield from _compared(example)
    yield ""
    yield _labelled("Finding:", example.finding.message)


def _labelled(label: str, text: str) -> str:
    return click.wrap_text(text, _WIDTH, f"{label:<12}", " " * 12)


def _compared(example: Example) -> Iterator[str]:
    rows = [("", "Invalid example:", "Valid example:"), *(_row(value) for value in example.values)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * len(widths) > _WIDTH:
        for name, wrong, right in rows[1:]:
            yield from _stacked(name, wrong, right)
        return
    for name, wrong, right in rows:
        yield f"  {name:<{widths[0]}}  {wrong:<{widths[1]}}  {right}".rstrip()


def _row(value: ComparedValue) -> tuple[str, str, str]:
    name = f"{value.name} ({value.term})" if value.term else value.name
    return name, value.wrong or _ABSENT, value.right or _ABSENT


def _stacked(name: str, wrong: str, right: str) -> Iterator[str]:
    yield f"  {name}"
    texts = (("", wrong),) if wrong == right else (("Invalid example:", wrong), ("Valid example:", right))
    for label, text in texts:
        yield click.wrap_text(text, _WIDTH, f"    {label:<17}", " " * 21)
