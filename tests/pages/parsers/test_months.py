"""The names of months in every language."""

from invoicy.pages.parsers.months import numbers_of


def test_names_abbreviations_and_case_forms_are_known() -> None:
    assert set(numbers_of("grudnia").values()) == {12}
    assert set(numbers_of("Joulukuuta").values()) == {12}
    assert set(numbers_of("DEZEMBER").values()) == {12}
    assert numbers_of("März")["de"] == numbers_of("maerz")["de"] == 3


def test_a_name_may_mean_two_months() -> None:
    assert (numbers_of("listopada")["pl"], numbers_of("listopada")["hr"]) == (11, 10)


def test_other_words_are_not_months() -> None:
    assert numbers_of("Brett") == {}
