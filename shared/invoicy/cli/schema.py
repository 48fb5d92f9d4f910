"""invoicy schema: the JSON Schema of a reading."""

import click
import msgspec

from invoicy.reading import SCHEMA, Reading

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def reading_schema() -> str:
    """The published schema, indented; docs/reading.schema.json is this text."""
    schema = {"$schema": _DIALECT, "$id": f"urn:{SCHEMA.replace('/', ':')}:reading", "title": "Reading"}
    schema.update(msgspec.json.schema(Reading))
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode()


@click.command()
def schema() -> None:
    """Print the JSON Schema of a reading."""
    click.echo(reading_schema())
