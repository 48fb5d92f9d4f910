"""Every document of the gallery has a truth that agrees with itself."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import bench.gallery.typesetting
import pytest
from bench.gallery.typesetting import DOCUMENTS, GalleryError, pairs, typeset

DATES = ("issue_date", "due_date")
AMOUNTS = ("net_total", "tax_total", "gross_total", "amount_due")
NAMES = ("invoice_number", "currency", "seller_name", "seller_vat_id", "buyer_name", "buyer_vat_id", "iban")
FIELDS = (*DATES, *AMOUNTS, *NAMES, "purchase_order", "document_type")
OTHERS = {"lines", "not_visible", "alternatives", "language", "country", "_meta"}
LINE = {"description", "quantity", "unit_price", "net_amount"}
META = {"family", "source", "pages", "kind", "sign_insensitive"}
ROUNDED = Decimal("0.5")  # to the coins there are in Switzerland, to the rupee in India
decimal = re.compile(r"-?\d+(\.\d+)?").fullmatch

TRUTHS = sorted(DOCUMENTS.glob("*/*.json"))
each = pytest.mark.parametrize("path", TRUTHS, ids=[path.stem for path in TRUTHS])


def truth(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def test_every_document_has_its_truth_and_every_truth_its_document() -> None:
    documents = [path.stem for path in DOCUMENTS.glob("*/*") if path.suffix in {".html", ".typ"}]
    assert sorted(documents) == sorted(path.stem for path in TRUTHS)
    assert [path.stem for path in TRUTHS] == [source.stem for source, _ in pairs()]


@each
def test_all_fields_are_there_and_no_others(path: Path) -> None:
    read = truth(path)
    assert set(read) == {*FIELDS, *OTHERS}
    assert set(read["_meta"]) == META
    assert all(set(line) == LINE for line in read["lines"])
    assert (read["_meta"]["family"], read["_meta"]["kind"]) == (path.stem, "pdf")
    assert read["document_type"] in {"invoice", "credit_note"}
    assert read["_meta"]["sign_insensitive"] == (read["document_type"] == "credit_note")


@each
def test_values_are_dates_decimals_and_codes(path: Path) -> None:
    read = truth(path)
    for name in DATES:
        assert not read[name] or date.fromisoformat(read[name]).isoformat() == read[name]
    for amount in (*(read[name] for name in AMOUNTS), *(line["net_amount"] for line in read["lines"])):
        assert not amount or decimal(amount), amount
    assert re.fullmatch(r"([A-Z]{3})?", read["currency"])
    assert re.fullmatch(r"[A-Z]{2}", read["country"])
    assert re.fullmatch(r"[a-z]{2}", read["language"])


@each
def test_net_and_tax_make_the_gross(path: Path) -> None:
    net, tax, gross = (truth(path)[name] for name in AMOUNTS[:3])
    if net and tax and gross:
        assert abs(Decimal(net) + Decimal(tax) - Decimal(gross)) <= ROUNDED


@each
def test_not_visible_are_the_values_that_are_empty(path: Path) -> None:
    read = truth(path)
    assert sorted(set(read["not_visible"]) - {"lines"}) == sorted(name for name in FIELDS if not read[name])
    assert not ("lines" in read["not_visible"] and read["lines"])
    assert set(read["alternatives"]) <= set(FIELDS)


def test_a_truth_without_its_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "learn").mkdir()
    (tmp_path / "learn" / "alone.json").write_text("{}", encoding="utf-8")
    with pytest.raises(GalleryError, match=r"alone\.json needs one document"):
        list(pairs(folder=tmp_path))


def test_without_a_browser_it_names_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench.gallery.typesetting, "BROWSERS", ("no-such-browser",))
    (tmp_path / "a.html").write_text("<p>", encoding="utf-8")
    with pytest.raises(GalleryError, match="apt-get install chromium"):
        typeset(tmp_path / "a.html", tmp_path / "a.pdf")
