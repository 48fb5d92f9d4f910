"""invoicy rules: every rule, or one with an example that breaks it and one that keeps it."""

import json
import sys

import click
import msgspec

from invoicy import catalogue
from invoicy.catalogue import Entry
from invoicy.profiles import Profile


@click.command()
@click.argument("rule", required=False, metavar="[ID]")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile if profile is not Profile.AUTO]),
    help="Only its.",
)
def rules(rule: str | None, as_json: bool, profile: str | None) -> None:
    """List the rules: id, weight, business terms, sentence. With an ID: that one, with examples."""
    if rule is not None:
        _show_one(rule, as_json=as_json)
        return
    entries = [entry for entry in catalogue.entries() if profile is None or profile in entry.profiles]
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(entries), ensure_ascii=False))
        return
    _show_all(entries)


def _show_all(entries: list[Entry]) -> None:
    if not sys.stdout.isatty():
        for entry in entries:
            click.echo("\t".join((entry.id, entry.severity, " ".join(entry.terms), entry.sentence)))
        return
    from rich.console import Console  # 40 ms that a pipe need not pay
    from rich.table import Table

    table = Table(box=None, header_style="bold")
    for name in ("rule", "weight", "terms", "sentence"):
        table.add_column(name, no_wrap=name in {"rule", "weight"}, overflow="fold")
    for entry in entries:
        table.add_row(entry.id, entry.severity, " ".join(entry.terms), entry.sentence)
    with Console().pager(styles=True):
        Console().print(table)


def _show_one(rule: str, *, as_json: bool) -> None:
    entry = catalogue.find(rule)
    if entry is None:
        near = catalogue.near(rule)
        raise click.UsageError(f"There is no rule {rule}." + (f" Is it {', '.join(near)}?" if near else ""))
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(entry), ensure_ascii=False))
        return
    click.secho(f"{entry.id} · {entry.severity} · {' '.join(entry.terms)}", bold=True)
    click.echo(entry.sentence)
    click.echo(f"Asked by: {', '.join(entry.profiles)}.")
    example = catalogue.example(entry.id)
    if example is None:
        click.echo("There is no example: the rule looks at the XML, or no invoice alone can break it.")
        return
    for title, text in (("Breaks it:", example.breaks), ("Keeps it:", example.keeps)):
        click.echo()
        click.secho(title, bold=True)
        click.echo(text)
