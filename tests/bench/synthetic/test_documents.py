"""The generator of synthetic invoices: repeatable, diverse, and true to what it prints."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product
from typing import get_args

import pypdfium2
import pytest
from bench.synthetic.documents import Made, document, documents
from bench.synthetic.kinds import DATA, Half, countries, layouts, locales, references, style, synonyms
from stdnum import iban
from stdnum.eu import vat

HALVES: tuple[Half, ...] = get_args(Half)
AMOUNTS = ("net_total", "tax_total", "gross_total", "amount_due")
TITLE = "title"  # a half without the usual word for an invoice would be no language anybody writes
COUNT = 2 * len(locales())
GROUPS, POINTS = ("", ",", ".", "'", "\u2019", " "), (".", ",")


@pytest.fixture(scope="module", params=[pytest.param(half, marks=pytest.mark.slow) for half in HALVES])
def made(request: pytest.FixtureRequest) -> list[Made]:
    return list(documents(COUNT, 7, request.param))


@cache
def page_text(pdf: bytes) -> str:
    """The text layer, with one space for each run of white space and no ligatures."""
    opened = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in opened)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def in_groups(whole: str, sign: str, step: int) -> str:
    """Groups of three before the point, and of `step` before those."""
    head, tail = whole[:-3], whole[-3:]
    first = len(head) % step
    parts = [head[:first], *(head[i : i + step] for i in range(first, len(head), step)), tail]
    return sign.join(p for p in parts if p)


def amount_forms(value: str) -> Iterator[str]:
    whole, _, fraction = f"{abs(Decimal(value)):f}".partition(".")
    for group, point, step in product(GROUPS, POINTS, (2, 3)):
        yield in_groups(whole, group, step) + (point + fraction if fraction else "")


def occurs(forms: Iterator[str], text: str) -> bool:
    return any(re.search(rf"(?<!\d){re.escape(form)}(?!\d)", text) for form in set(forms))


def day_stands(day: date, text: str) -> bool:
    """In numbers, or as a day and a year with a word between or before them."""
    d, y, words = f"0?{day.day}", str(day.year), r"[^\d]{3,24}"
    year = f"(?:{y}|{day:%y})"
    spelt = (f"{d}{words}{year}", rf"\w+\.? {d}, {y}", f"{y}{words}{d}")
    return in_numbers(day, text) or any(re.search(rf"(?<!\d){form}(?!\d)", text) for form in spelt)


def in_numbers(day: date, text: str) -> bool:
    """In any order of numbers."""
    d, m, y, gap = f"0?{day.day}", f"0?{day.month}", str(day.year), r"[./-] ?"
    year = f"(?:{y}|{day:%y})"
    orders = (f"{d}{gap}{m}{gap}{year}", f"{m}{gap}{d}{gap}{year}", f"{y}{gap}{m}{gap}{d}")
    return any(re.search(rf"(?<!\d){form}(?!\d)", text) for form in orders)


def test_one_seed_gives_the_same_bytes_and_another_seed_another_document() -> None:
    assert document(3, 5, "a") == document(3, 5, "a")
    assert document(3, 5, "a").truth != document(3, 6, "a").truth


def test_a_document_does_not_depend_on_how_many_are_made() -> None:
    assert list(documents(3, 9, "b"))[2] == document(2, 9, "b")


def test_every_locale_and_layout_comes_up(made: list[Made]) -> None:
    half: Half = made[0].truth["_meta"]["half"]
    assert {m.truth["_meta"]["locale"] for m in made} == set(locales())
    assert {m.truth["_meta"]["family"] for m in made} == set(layouts(half))


def test_totals_add_up(made: list[Made]) -> None:
    for m in made:
        sums = {name: Decimal(text) for name, text in m.truth["_meta"]["sums"].items()}
        assert sums["net"] + sums["tax"] == sums["gross"], m.name
        assert sums["gross"] + sums["rounding"] + sums["balance"] - sums["prepaid"] == sums["due"], m.name
        goods = sums["gross" if m.truth["_meta"]["prices"] == "gross" else "net"]
        assert sums["subtotal"] - sums["discount"] + sums["shipping"] == goods, m.name


def test_lines_add_up_to_the_subtotal(made: list[Made]) -> None:
    for m in made:
        total = sum(Decimal(line["net_amount"]) for line in m.truth["lines"])
        assert abs(total) == Decimal(m.truth["_meta"]["sums"]["subtotal"]), m.name


def test_the_totals_of_the_truth_are_those_of_the_sums(made: list[Made]) -> None:
    for m, (field, name) in product(made, zip(AMOUNTS, ("net", "tax", "gross", "due"), strict=True)):
        value = m.truth[field]
        assert not value or abs(Decimal(value)) == Decimal(m.truth["_meta"]["sums"][name]), (m.name, field)


def test_every_amount_of_the_truth_is_on_the_page(made: list[Made]) -> None:
    for m in made:
        text = page_text(m.pdf)
        for field in AMOUNTS:
            assert not m.truth[field] or occurs(amount_forms(m.truth[field]), text), (m.name, field, text)
        for line, key in product(m.truth["lines"], ("quantity", "unit_price", "net_amount")):
            assert not line[key] or occurs(amount_forms(line[key]), text), (m.name, line, key)


def test_every_name_and_number_of_the_truth_is_on_the_page(made: list[Made]) -> None:
    fields = ("invoice_number", "seller_name", "seller_vat_id", "buyer_name", "buyer_vat_id", "iban", "purchase_order")
    for m in made:
        text = letters(page_text(m.pdf))
        for field in fields:
            assert letters(m.truth[field]) in text, (m.name, field)
        for line in m.truth["lines"]:
            assert letters(line["description"]) in text, (m.name, line)


def test_every_date_of_the_truth_is_on_the_page(made: list[Made]) -> None:
    for m in made:
        text = page_text(m.pdf)
        for field in ("issue_date", "due_date"):
            value = m.truth[field]
            assert not value or day_stands(date.fromisoformat(value), text), (m.name, field, text)


def test_a_due_date_that_the_truth_lacks_is_not_on_the_page(made: list[Made]) -> None:
    lacking = [m for m in made if not m.truth["due_date"]]
    assert lacking
    for m in lacking:
        assert not in_numbers(date.fromisoformat(m.truth["_meta"]["falls_due"]), page_text(m.pdf)), m.name


def test_the_currency_of_the_truth_is_on_the_page(made: list[Made]) -> None:
    for m in made:
        country = countries()[m.truth["country"]]
        marks = (*country.signs, country.currency)
        printed = [mark for mark in marks if re.search(rf"(?<![^\W\d]){re.escape(mark)}(?![^\W\d])", page_text(m.pdf))]
        assert bool(m.truth["currency"]) == bool(printed), m.name


def test_ids_and_ibans_have_right_check_digits(made: list[Made]) -> None:
    european = [t["seller_vat_id"] for t in (m.truth for m in made) if vat.guess_country(t["seller_vat_id"])]
    ibans = [m.truth["iban"] for m in made if m.truth["iban"]]
    assert european
    assert ibans
    assert all(iban.is_valid(number) for number in ibans)


def test_the_halves_share_no_label_but_the_title() -> None:
    for file in (DATA / "labels").iterdir():
        first, second = (synonyms("labels", file.stem, half) for half in HALVES)
        assert first.keys() == second.keys(), file.name
        for concept in first.keys() - {TITLE}:
            shared = {letters(x) for x in first[concept]} & {letters(x) for x in second[concept]}
            assert not shared - {""}, (file.name, concept, shared)


def test_the_halves_share_no_word_no_layout_and_no_way_to_number() -> None:
    assert not layouts("a").keys() & layouts("b").keys()
    assert not set(style().syllables_a) & set(style().syllables_b)
    for name, masks in references("a").items():
        assert not set(masks) & set(references("b")[name]), name
    for file in (DATA / "words").iterdir():
        first, second = (synonyms("words", file.stem, half) for half in HALVES)
        assert all(not set(first[c]) & set(second[c]) for c in first), file.name


def test_every_language_has_every_label() -> None:
    wanted = synonyms("labels", "en", "a").keys()
    for tag in locales():
        assert wanted <= synonyms("labels", tag, "a").keys(), tag
