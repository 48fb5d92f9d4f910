"""The names of countries are those of the CLDR, with the additions."""

from infra.cldr.countries import countries
from infra.cldr.tables import DATA


def test_the_table_is_what_babel_gives() -> None:
    assert (DATA / "countries.tsv").read_text(encoding="utf-8") == countries(), "run `make data`"


def test_the_english_name_is_first_and_additions_are_last() -> None:
    rows = dict(line.split("\t") for line in countries().splitlines())
    assert rows["GR"].startswith("Greece|")
    assert rows["GB"].endswith("|Northern Ireland")
    assert rows["HK"].startswith("Hong Kong|")
