"""Due dates in sentences that request payment."""

from datetime import date

import pytest

from invoicy.pages.fields.dates.choice import dates_of
from tests.pages.typeset import typeset

HEAD = ((50.0, 50.0, "Invoice No: 17"), (50.0, 65.0, "Invoice date: 09.01.2020"))


def due(text: str) -> date | None:
    due_date = dates_of(typeset(*HEAD, (50, 500, text))).due
    return due_date.value if due_date else None


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


def test_the_last_day_of_a_discount_is_not_a_due_date() -> None:
    assert due("2 % off if you pay 98.00 by 20.01.2020.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Wir bitten um Zahlung von 120,00 EUR bis spätestens 08.02.2020.",
        "Nous vous prions de virer 120,00 d'ici le 08.02.2020.",
        "Si prega di bonificare 120,00 non oltre il 08.02.2020.",
        "Wij verzoeken u 120,00 uiterlijk op 08.02.2020 over te maken.",
        "Vi ber om betaling av kr 120,00 senest 08.02.2020.",
        "Prosíme, převeďte 120,00 nejpozději 08.02.2020.",
        "Solicitamos a transferência de 120,00 o mais tardar em 08.02.2020.",
        "Vă rugăm să achitați 120,00 cel târziu la 08.02.2020.",
        "Просим оплатить 120,00 до 08.02.2020.",
    ],
)
def test_requests_for_payment_have_many_forms(text: str) -> None:
    assert due(text) == date(2020, 2, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2 % Skonto bei Zahlung bis 08.02.2020 = EUR 118,00",
        "Ved betaling innen 08.02.2020 2 % kontantrabatt: 118,00",
        "Escompte de 2 % pour paiement avant le 08.02.2020.",
        "A discount of 3.00 is yours if you pay before 08.02.2020.",
        "Paid before 08.02.2020 you may deduct 2 %.",
    ],
)
def test_the_date_up_to_which_a_discount_is_given_is_not_a_due_date(text: str) -> None:
    assert due(text) is None


def test_the_date_of_payment_without_discount_is_the_due_date() -> None:
    assert due("Zahlbar bis 20.01.2020 mit 2 % Skonto, bis 08.02.2020 ohne Abzug.") == date(2020, 2, 8)


def test_a_sentence_goes_on_in_the_next_line() -> None:
    lines = (
        (50.0, 500.0, "We ask you to settle the amount of 120.00 no later than"),
        (50.0, 511.0, "8 February 2020."),
    )
    due_date = dates_of(typeset(*HEAD, *lines)).due
    assert due_date
    assert due_date.value == date(2020, 2, 8)


def test_a_date_after_the_number_in_the_title_is_the_issue_date() -> None:
    dates = dates_of(typeset((50, 100, "Facture n° F-118 du 4 mars 2024"), (50, 300, "Virer avant le 5 avril 2024.")))
    assert dates.issue
    assert dates.issue.value == date(2024, 3, 4)


@pytest.mark.parametrize(
    "text", ["Pyydämme maksamaan 106,52 eräpäivään 08.02.2020 mennessä.", "Kérjük, 2020.02.08-ig utalja az összeget."]
)
def test_the_word_of_the_deadline_may_be_behind_the_date(text: str) -> None:
    assert due(text) == date(2020, 2, 8)


@pytest.mark.parametrize(
    "text",
    [
        "Den Betrag buchen wir am 08.02.2020 von Ihrem Konto ab.",
        "Doplatek prosíme poukázat do 08.02.2020 na účet.",
        "Le montant sera prélevé le 08.02.2020 sur votre compte.",
        "14 Tage 2 % Skonto, 30 Tage netto / 30 days net (08.02.2020).",
        "You owe us 120.00 on the 08.02.2020.",
    ],
)
def test_the_day_of_a_debit_or_of_net_payment_is_the_due_date(text: str) -> None:
    assert due(text) == date(2020, 2, 8)


def test_day_and_month_are_in_the_order_that_makes_a_usual_term() -> None:
    page = typeset((50, 50, "Invoice date: 12/06/2024"), (50, 70, "Due date: 12/07/2024"))
    dates = dates_of(page)
    assert dates.issue is not None
    assert dates.due is not None
    assert (dates.issue.value, dates.due.value) == (date(2024, 6, 12), date(2024, 7, 12))
