"""Due dates in sentences that ask for payment."""

from datetime import date

import pytest

from invoicy.pages.dates import dates_of
from tests.pages.typeset import scene

HEAD = ((50.0, 50.0, "Invoice No: 17"), (50.0, 65.0, "Invoice date: 09.01.2020"))


def due(text: str) -> date | None:
    found = dates_of(scene(*HEAD, (50, 500, text))).due
    return found.value if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Please pay 1,010.76 by 08.02.2020.",
        "Prosimy o zapłatę 686,94 zł do dnia 08.02.2020.",
        "Vänligen betala 42,58 senast 08.02.2020.",
        "Maksattehan 1083,49 EUR viimeistään 08.02.2020.",
        "Merci de régler 6.109,34 avant le 08.02.2020.",
        "El importe de 2.860,44 vence el 08.02.2020.",
    ],
)
def test_a_sentence_that_asks_for_payment_names_the_due_date(text: str) -> None:
    assert due(text) == date(2020, 2, 8)


def test_a_date_up_to_which_a_discount_is_given_is_none() -> None:
    assert due("2 % off if you pay 98.00 by 20.01.2020.") is None
