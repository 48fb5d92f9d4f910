"""Printed invoices with their truth: the corpus's, and those that bench/synthetic and bench/gallery write."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bench.corpus import corpus
from invoicy.pages.annotated.pages import AnnotatedPages, annotate_pages
from invoicy.pages.sources.pdf.text_layer import pages_of_pdf
from invoicy.pages.splitting import split_pages

Doc = dict[str, Any]
Pair = tuple[Path, Doc]
FIELDS = {
    "/number": "invoice_number", "/issue_date": "issue_date", "/due_date": "due_date", "/currency_code": "currency",
    "/purchase_order_reference": "purchase_order",
    "/seller/name": "seller_name", "/seller/vat_identifier": "seller_vat_id",
    "/buyer/name": "buyer_name", "/buyer/vat_identifier": "buyer_vat_id", "/payment/accounts/0/identifier": "iban",
    "/totals/without_vat": "net_total", "/totals/vat": "tax_total", "/totals/with_vat": "gross_total",
    "/totals/due": "amount_due",
}  # fmt: skip
_SPLITS = (("pages", "pages/truth", "pages/pdf"), ("world_text", "world/truth", "world/files"))


def of_corpus() -> dict[str, list[Pair]]:
    """By split: the printed pages, and the invoices of the world that have a text layer."""
    splits = json.loads(corpus("splits.json").read_text(encoding="utf-8"))
    return {
        name: [(corpus() / files / f"{stem}.pdf", _truth(corpus() / truths / f"{stem}.json")) for stem in splits[name]]
        for name, truths, files in _SPLITS
    }


def of_folder(folder: Path) -> list[Pair]:
    """DIR/pdf/NAME.pdf with DIR/truth/NAME.json."""
    return [(path, _truth(folder / "truth" / f"{path.stem}.json")) for path in sorted((folder / "pdf").glob("*.pdf"))]


def learnt_from(more: Sequence[Path]) -> list[Pair]:
    """The labelled invoices of the corpus and of these folders."""
    known = [pair for pairs in of_corpus().values() for pair in pairs]
    return known + [pair for folder in more for pair in of_folder(folder)]


@cache
def first_invoice(path: Path) -> AnnotatedPages | None:
    """The pages of the first invoice of a PDF; None where no page can be read. Cached, because several terms use it."""
    pages = tuple(page for page in pages_of_pdf(path.read_bytes()) if not page.needs_ocr)
    return annotate_pages(next(iter(split_pages(pages)))) if pages else None


def _truth(path: Path) -> Doc:
    truth: Doc = json.loads(path.read_text(encoding="utf-8"))
    return truth
