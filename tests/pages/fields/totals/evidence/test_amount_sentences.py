"""Sentences with amounts are found across lines."""

from invoicy.pages.fields.totals.candidates import amount_candidates
from invoicy.pages.fields.totals.evidence.amount_sentences import amount_sentences
from tests.pages.typeset import typeset


def sentences_of(*lines: str) -> list[tuple[str, list[str]]]:
    """Return the text and the amounts of each sentence. lines: printed one under the other."""
    page = typeset((50, 50, "Invoice No: 17"), *((50.0, 400.0 + 12 * row, line) for row, line in enumerate(lines)))
    return [
        (
            sentence.content.text[sentence.start : sentence.end].strip(),
            [str(candidate.value) for _, _, candidate in sentence.amounts],
        )
        for sentence in amount_sentences(page, amount_candidates(page))
    ]


def test_a_sentence_has_the_amounts_of_both_of_its_lines() -> None:
    first, second = "Our fee for the month of January is GBP 100.00 plus", "VAT of GBP 20.00, in all GBP 120.00."
    assert (f"{first} {second}", ["100.00", "20.00", "120.00"]) in sentences_of(first, second)


def test_a_full_stop_divides_two_sentences() -> None:
    text = "We charge you GBP 100.00 for the work of May. We charge you GBP 50.00 for the work of June."
    assert [amounts for _, amounts in sentences_of(text)] == [["100.00"], ["50.00"]]


def test_a_sentence_that_gives_a_discount_is_left_out() -> None:
    assert sentences_of("If you pay within ten days you get 2 % discount and pay GBP 98.00 to us.") == []
