"""Writes the shipped samples: `python samples/typeset.py [--out DIR]`; two runs give the same bytes."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from typesetting.cii import write_cii
from typesetting.facts import Invoice, load_invoice
from typesetting.fatturapa import write_fatturapa
from typesetting.hybrid import declare, load_declaration
from typesetting.mail import write_mail
from typesetting.pdf import EmbeddedXml, Page, typeset_letter, typeset_pages
from typesetting.scan import scan_first_page
from typesetting.shown import load_locale, show
from typesetting.sums import Totals, total
from typesetting.ubl import write_ubl
from typesetting.zugferd1 import write_zugferd1

HERE = Path(__file__).parent
DATA = HERE / "data"
TEMPLATES = HERE / "templates"
SCAN_SEED = 20260408
MISPRINT = Decimal("0.10")

WriteXml = Callable[[Invoice, Totals], bytes]


def invoice_of(name: str) -> Invoice:
    """Load the facts of one invoice by its file name."""
    return load_invoice(DATA / "invoices" / f"{name}.toml")


def xml(writer: WriteXml, name: str) -> bytes:
    """Write an invoice in one syntax."""
    invoice = invoice_of(name)
    return writer(invoice, total(invoice))


def page(layout: str, name: str) -> Page:
    """Prepare an invoice for one layout."""
    invoice = invoice_of(name)
    locale = load_locale(DATA / "locales.toml", invoice.locale)
    return Page(layout, show(invoice, total(invoice), locale))


def printed(*pages: Page) -> bytes:
    """Typeset invoices without XML."""
    return typeset_pages(TEMPLATES, pages)


def hybrid(layout: str, name: str, kind: str, writer: WriteXml) -> bytes:
    """Typeset an invoice with its XML inside, declared as its hybrid standard requires."""
    declaration = load_declaration(DATA / "hybrids.toml", kind)
    embedded = EmbeddedXml(declaration.file_name, xml(writer, name))
    return declare(typeset_pages(TEMPLATES, [page(layout, name)], embedded), declaration, TEMPLATES)


def bad_total(name: str) -> bytes:
    """Write an invoice whose total with VAT does not add up."""
    invoice = invoice_of(name)
    totals = total(invoice)
    return write_ubl(invoice, replace(totals, with_vat=totals.with_vat + MISPRINT, due=totals.due + MISPRINT))


def mail(layout: str, name: str) -> bytes:
    """Write an e-mail with the invoice as XML and as PDF."""
    return write_mail(invoice_of(name), xml(write_ubl, name), printed(page(layout, name)))


DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "ubl-invoice.xml": lambda: xml(write_ubl, "nl-office-furniture"),
    "ubl-credit-note.xml": lambda: xml(write_ubl, "be-reverse-charge-credit"),
    "ubl-xrechnung.xml": lambda: xml(write_ubl, "de-windows-xrechnung"),
    "cii-en16931.xml": lambda: xml(write_cii, "fr-bookbinder-cii"),
    "cii-xrechnung.xml": lambda: xml(write_cii, "de-cleaning-direct-debit"),
    "fatturapa.xml": lambda: xml(write_fatturapa, "it-marble-fatturapa"),
    "hybrid-facturx-en16931.pdf": lambda: hybrid("sidebar", "de-solar-facturx", "facturx-en16931", write_cii),
    "hybrid-facturx-extended.pdf": lambda: hybrid("atelier", "fr-catering-extended", "facturx-extended", write_cii),
    "hybrid-zugferd1.pdf": lambda: hybrid("sidebar", "de-signs-zugferd1", "zugferd1", write_zugferd1),
    "printed-german.pdf": lambda: printed(page("brief", "de-timber-merchant")),
    "printed-french.pdf": lambda: printed(page("atelier", "fr-garden-printed")),
    "printed-us.pdf": lambda: printed(page("ledger-us", "us-shop-fittings")),
    "printed-polish.pdf": lambda: printed(page("faktura", "pl-ceramics")),
    "scan-printed.jpg": lambda: scan_first_page(printed(page("atelier", "fr-garden-printed")), SCAN_SEED),
    "mail.eml": lambda: mail("stationer", "ie-translation-mail"),
    "two-invoices.pdf": lambda: printed(page("stationer", "uk-signal-hire"), page("ledger-eu", "ie-water-coolers")),
    "not-an-invoice.pdf": lambda: typeset_letter(TEMPLATES),
    "bad-total.xml": lambda: bad_total("de-windows-xrechnung"),
}


def main() -> None:
    """Write every document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "documents", metavar="DIR")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for name, write in DOCUMENTS.items():
        (out / name).write_bytes(write())


if __name__ == "__main__":
    main()
