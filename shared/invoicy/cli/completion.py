"""invoicy completion: the script that completes commands and options in a shell."""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script, e.g. eval "$(invoicy completion bash)"."""
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    group = context.find_root().command
    click.echo(script(group, {}, "invoicy", "_INVOICY_COMPLETE").source())
