"""The IBAN of the account to pay to."""

from invoicy.pages.fields.iban import iban_of
from tests.pages.typeset import typeset

IBAN = "DE89 3704 0044 0532 0130 00"
WRONG = "DE88 3704 0044 0532 0130 00"


def test_an_iban_with_right_check_digits_needs_no_label() -> None:
    account = iban_of(typeset((50, 700, f"Sparkasse  {IBAN}")))
    assert account is not None
    assert (account.value, account.method) == ("DE89370400440532013000", "check digits")


def test_wrong_check_digits_need_a_label_and_have_a_lower_score() -> None:
    assert iban_of(typeset((50, 700, f"Sparkasse  {WRONG}"))) is None
    labelled, sound = iban_of(typeset((50, 700, f"IBAN: {WRONG}"))), iban_of(typeset((50, 700, f"IBAN: {IBAN}")))
    assert labelled is not None
    assert sound is not None
    assert labelled.score < sound.score


def test_of_two_ibans_the_sound_one_is_chosen() -> None:
    account = iban_of(typeset((50, 700, f"IBAN: {WRONG}"), (50, 720, f"IBAN: {IBAN}")))
    assert account is not None
    assert account.value.startswith("DE89")


def test_an_iban_goes_on_in_the_next_line() -> None:
    account = iban_of(typeset((50, 700, "IBAN: DE89 3704 0044"), (50, 712, "0532 0130 00")))
    assert account is not None
    assert account.value == "DE89370400440532013000"


def test_a_page_without_an_iban_has_no_value() -> None:
    assert iban_of(typeset((50, 700, "Cash only"))) is None
