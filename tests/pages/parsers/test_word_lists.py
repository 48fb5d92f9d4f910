"""Word lists are folded."""

from invoicy.pages.parsers.word_lists import words_of


def test_the_words_of_a_list_are_folded() -> None:
    assert {"gmbh", "gmbhcokg"} <= words_of("legal_forms")
    assert all(word.isalnum() for word in words_of("legal_forms") if word)
