"""Sentences and phrases of the reports: places, rule sets, titles. None of them holds a control character."""

from invoicy.cli.reports.checked import CheckedInvoice, PlacedFinding
from invoicy.readings.reading import Status
from invoicy.rules.checking import RuleSet
from invoicy.wording.printable import printable
from invoicy.wording.values import amount

STATUSES = {Status.ACCEPTED: "accepted", Status.REVIEW: "needs review", Status.REJECTED: "rejected"}
_NOT_READ = (("line items", "lines", "BG-25"), ("VAT breakdown", "vat_breakdown", "BG-23"))
_TEXT_LENGTH = 60


def name_of(file: str) -> str:
    """The path for a person to read."""
    return "standard input" if file == "-" else printable(file)


def place_of(placed: PlacedFinding) -> str:
    """The place for a person: a line and an XPath, or a page and a corner of it; empty where nothing is known."""
    if placed.line or placed.xpath:
        column = f"column {placed.column}" if placed.column else ""
        parts = [placed.file, f"XML line {placed.line}" if placed.line else "", column, placed.xpath]
    else:
        parts = [_on_page(placed.page, placed.box), _quoted(placed.text)]
    return printable(", ".join(part for part in parts if part))


def _on_page(page: int, box: tuple[float, float, float, float] | None) -> str:
    if box is None:
        return f"page {page}" if page else ""
    from invoicy.pages.findings import vicinity  # what has a box was read from a page, which has loaded it

    return vicinity.place_of(page, box)


def _quoted(text: str) -> str:
    short = text if len(text) <= _TEXT_LENGTH else text[: _TEXT_LENGTH - 1] + "…"
    return f"'{short}'" if short else ""


def title_of(checked: CheckedInvoice) -> str:
    """Number, Seller and total."""
    invoice = checked.invoice
    seller = invoice.seller.name if invoice.seller else None
    total = invoice.totals.with_vat if invoice.totals else None
    gross = "" if total is None else amount(total, invoice.currency_code or "")
    return printable(" · ".join(part for part in (invoice.number, seller, gross) if part))


def rules_of(rules: RuleSet) -> str:
    """The sentence that names the rules that were asked."""
    if rules.profile is None:
        return f"Checked as a printed invoice: {rules.about_invoice} rules about sums and plausibility."
    xml = f", {rules.about_xml:,} about the XML" if rules.about_xml else ""
    return f"Checked against {rules.profile.full_name}: {rules.about_invoice:,} rules about the invoice{xml}."


def limits_of(checked: CheckedInvoice) -> list[str]:
    """Sentences on what was not asked, and on what was not read although no finding says so."""
    if not checked.is_printed:
        return []
    sentences = []
    told = {term for placed in checked.findings for term in placed.finding.terms}
    missing = [name for name, field, term in _NOT_READ if not getattr(checked.invoice, field) and term not in told]
    if missing:
        sentences.append(f"Not read from the page: {' and '.join(missing)}.")
    if checked.rules.profile is None:
        sentences.append("E-invoice rules were not applied; add --profile en16931 to apply them.")
    return sentences


def verdict_of(checked: CheckedInvoice) -> str:
    """The sentence for an invoice without any finding."""
    return "No fault found." if checked.is_printed else "No rule is broken."
