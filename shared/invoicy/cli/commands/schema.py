"""invoicy schema: the JSON Schema of a reading."""

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a reading. Each field of the invoice is described by its business term."""
    from invoicy.readings.schema import reading_schema  # the model, which no other small command needs

    click.echo(reading_schema())
