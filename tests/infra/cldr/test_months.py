"""The names of months are those of the CLDR, with the additions."""

from infra.cldr.months import LANGUAGES, months
from infra.cldr.tables import DATA

from invoicy import data

NUMERIC = {"ja", "vi", "zh"}  # 3月, tháng 3


def test_the_table_is_what_babel_gives() -> None:
    assert (DATA / "months.tsv").read_text(encoding="utf-8") == months(), "run `make data`"


def test_every_language_of_labels_has_names() -> None:
    assert {name.removesuffix(".tsv") for name in data.names("labels")} == set(LANGUAGES) | NUMERIC


def test_names_are_single_words_and_each_is_there_once() -> None:
    cells = [cell.split("|") for line in months().splitlines()[1:] for cell in line.split("\t")[1:]]
    assert all(names and len(set(names)) == len(names) for names in cells)
    assert all(name and " " not in name for names in cells for name in names)


def test_additions_follow_the_names_of_the_cldr() -> None:
    german = next(line for line in months().splitlines() if line.startswith("de\t"))
    assert german.split("\t")[3] == "märz|mär|maerz|mrz"
