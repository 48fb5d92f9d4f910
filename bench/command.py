"""The command line of all benches: a list of them, and a command for each."""

from importlib import import_module

import click

from bench.benches import BENCHES, Bench

_WIDTH = 120


class Benches(click.Group):
    """The benches whose names begin with these words; a bench is imported when it is asked for."""

    def __init__(self, words: str = "", text: str = "") -> None:
        super().__init__(words or "bench", help=text, invoke_without_command=True, callback=_show_the_list)
        self.context_settings = {"max_content_width": _WIDTH, "help_option_names": ["-h", "--help"]}
        self._words = f"{words} " if words else ""
        self._benches = tuple(bench for bench in BENCHES if bench.name.startswith(self._words))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(dict.fromkeys(self._rest(bench).partition(" ")[0] for bench in self._benches))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        for bench in self._benches:
            rest = self._rest(bench)
            if rest == cmd_name:
                return command_of(bench)
            if rest.startswith(f"{cmd_name} "):
                return Benches(self._words + cmd_name, f"Start one of the benches called {cmd_name}.")
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  as above
        """Write a section for each topic: the name of a bench, its sentence, and what it needs."""
        for topic in dict.fromkeys(bench.topic for bench in self._benches):
            with formatter.section(topic):
                formatter.write_dl([(self._rest(b), _description(b)) for b in self._benches if b.topic == topic])

    def _rest(self, bench: Bench) -> str:
        return bench.name.removeprefix(self._words)


def command_of(bench: Bench) -> click.Command:
    module, _, name = bench.command.partition(":")
    command: click.Command = getattr(import_module(module), name)
    return command


def _description(bench: Bench) -> str:
    return f"{bench.sentence} Needs {bench.needs}." if bench.needs else bench.sentence


@click.pass_context
def _show_the_list(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


bench = Benches(text="Measure Invoicy. A bench prints its figures; its --help lists its options.")
