"""invoicy rules: the list of rules, or a rule with an invalid and a valid invoice."""

import json
import sys

import click
import msgspec

from invoicy.cli.outputs.rule_list import about, page, print_lines
from invoicy.cli.outputs.rule_text import rule_text
from invoicy.model.profiles import Profile
from invoicy.rules import catalogue
from invoicy.wording.printable import printable


def _ids(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    return [entry.id for entry in catalogue.entries() if entry.id.startswith(incomplete.upper())]


@click.command()
@click.argument("rule", required=False, metavar="[ID]", shell_complete=_ids)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile if profile is not Profile.AUTO]),
    metavar="PROFILE",
    help="List only the rules that apply to invoices of this profile.",
)
def rules(rule: str | None, as_json: bool, profile: str | None) -> None:
    """List all rules, or explain the rule ID with an invalid and a valid example.

    If ID is a business term such as BT-1, the rules about that term are listed.

    Exit code 0: done; 2: wrong usage, for example an ID that does not exist.
    """
    of_term = catalogue.about_term(rule) if rule else []
    if rule is not None and not of_term:
        _print_rule(rule, as_json=as_json)
        return
    entries = [entry for entry in of_term or catalogue.entries() if profile is None or profile in entry.profiles]
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(entries), ensure_ascii=False))
    elif sys.stdout.isatty():
        page(entries)
    else:
        print_lines(entries)
        click.echo(about(entries), err=True)


def _print_rule(rule: str, *, as_json: bool) -> None:
    entry = catalogue.find(rule)
    if entry is None:
        raise click.UsageError(_unknown(rule))
    example = catalogue.example(entry.id)
    if as_json:
        plain = {**msgspec.to_builtins(entry), "example": msgspec.to_builtins(example)}
        click.echo(json.dumps(plain, ensure_ascii=False))
        return
    click.echo(rule_text(entry, example))


def _unknown(rule: str) -> str:
    near = catalogue.near(rule)
    if near:
        return f"Unknown rule {printable(rule)}. Did you mean {', '.join(near)}?"
    return f'{printable(rule)} is neither a rule nor a business term of a rule. "invoicy rules" lists all rules.'
