"""invoicy schema."""

from click.testing import CliRunner

from invoicy.cli import invoicy
from invoicy.readings.schema import reading_schema


def test_the_schema_of_a_reading_is_printed() -> None:
    assert CliRunner().invoke(invoicy, ["schema"]).stdout == f"{reading_schema()}\n"
