"""invoicy completion: a script with which a shell completes commands, options, files, rule ids and profiles."""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script with which your shell completes commands, options, file names, rule ids and profiles.

    Add one of these lines to the start-up file of your shell:

    \b
      bash   eval "$(invoicy completion bash)"
      zsh    eval "$(invoicy completion zsh)"
      fish   invoicy completion fish | source
    """  # noqa: D301  a backspace keeps click from wrapping the lines
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"Completion for {shell} is not available.")
    group = context.find_root().command
    click.echo(script(group, {}, "invoicy", "_INVOICY_COMPLETE").source())
