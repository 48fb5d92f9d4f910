"""A pattern means every choice of its alternatives."""

from invoicy.pages.lexicon.patterns import phrases_of


def test_every_choice_of_the_alternatives_is_a_phrase() -> None:
    assert set(phrases_of("(invoice|bill) (no|number|)")) == {
        "invoiceno", "invoicenumber", "invoice", "billno", "billnumber", "bill"
    }  # fmt: skip


def test_patterns_are_divided_by_semicolons_and_phrases_come_once() -> None:
    assert list(phrases_of("total; Grand Total; total ;")) == ["total", "grandtotal"]


def test_a_pattern_of_empty_alternatives_is_not_a_phrase() -> None:
    assert list(phrases_of("(|)")) == []
