"""The label files of the languages."""

from collections import Counter

import pytest

from invoicy.pages.lexicon.label_files import LabelFile, label_files

FILES = {file.language: file for file in label_files()}
COUNTS = Counter(field for file in FILES.values() for field in {field for field, _, _ in file.phrases})
HEADER = {"number", "issue_date", "net", "tax", "gross", "seller", "buyer", "title"}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_a_language_names_the_fields_of_a_header(file: LabelFile) -> None:
    assert {field for field, _, _ in file.phrases} >= HEADER


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_fields_are_known_and_weights_are_at_most_one(file: LabelFile) -> None:
    assert [field for field, _, _ in file.phrases if COUNTS[field] == 1] == []  # a misspelt one
    assert all(0 < weight <= 1 for _, weight, _ in file.phrases)
    assert file.compounds <= COUNTS.keys()


def test_compounds_are_in_the_file_of_the_language() -> None:
    assert {language for language, file in FILES.items() if file.compounds} == {
        "da",
        "de",
        "fi",
        "hu",
        "nl",
        "no",
        "sv",
    }
    assert "abrechnung" in FILES["de"].not_compounds
