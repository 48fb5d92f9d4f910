"""invoicy schema: the JSON Schema of a reading."""

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a reading. The description of each invoice field is its business term."""
    from invoicy.readings.schema import reading_schema  # loads the model, which --help does not need

    click.echo(reading_schema())
