"""Sentences and phrases of the reports: places, rule sets, titles. They contain no control characters."""

from invoicy.cli.check_reports.checked import CheckedInvoice, PlacedFinding
from invoicy.readings.reading import Status
from invoicy.rules.checking import RuleSet
from invoicy.wording.printable import printable
from invoicy.wording.values import amount

STATUSES = {Status.ACCEPTED: "accepted", Status.REVIEW: "needs review", Status.REJECTED: "rejected"}
_NOT_READ = (("line items", "lines", "BG-25"), ("VAT breakdown", "vat_breakdown", "BG-23"))
_TEXT_LENGTH = 60


def name_of(file: str) -> str:
    """Return the path as text for people."""
    return "standard input" if file == "-" else printable(file)


def place_of(placed: PlacedFinding) -> str:
    """Return the place as text: a line and an XPath, or a page and a corner of it; "" for an unknown place."""
    if placed.line or placed.xpath:
        column = f"column {placed.column}" if placed.column else ""
        parts = [placed.file, f"XML line {placed.line}" if placed.line else "", column, placed.xpath]
    else:
        parts = [_on_page(placed.page, placed.box), _quoted(placed.text)]
    return printable(", ".join(part for part in parts if part))


def _on_page(page: int, box: tuple[float, float, float, float] | None) -> str:
    if box is None:
        return f"page {page}" if page else ""
    from invoicy.pages.findings import vicinity  # already loaded if a page was read

    return vicinity.place_of(page, box)


def _quoted(text: str) -> str:
    short = text if len(text) <= _TEXT_LENGTH else text[: _TEXT_LENGTH - 1] + "…"
    return f"'{short}'" if short else ""


def title_of(checked: CheckedInvoice) -> str:
    """Return number, Seller and total."""
    invoice = checked.invoice
    seller = invoice.seller.name if invoice.seller else None
    total = invoice.totals.with_vat if invoice.totals else None
    gross = "" if total is None else amount(total, invoice.currency_code or "")
    return printable(" · ".join(part for part in (invoice.number, seller, gross) if part))


def rules_of(rules: RuleSet) -> str:
    """Return a sentence with the rules that were checked."""
    if rules.profile is None:
        return f"Checked as a printed invoice: {rules.about_invoice} rules about sums and plausibility."
    xml = f", {rules.about_xml:,} about the XML" if rules.about_xml else ""
    return f"Checked against {rules.profile.full_name}: {rules.about_invoice:,} rules about the invoice{xml}."


def no_findings(rules: RuleSet) -> str:
    """Return the sentence for an invoice without findings."""
    checked_against = "printed invoice" if rules.profile is None else f"profile {rules.profile.value}"
    return f"No findings ({checked_against}, {rules.about_invoice + rules.about_xml:,} rules checked)."


def limits_of(checked: CheckedInvoice) -> list[str]:
    """Return sentences about rules that were not checked, and about groups that were not read."""
    if not checked.is_printed:
        return []
    sentences = []
    reported = {term for placed in checked.findings for term in placed.finding.terms}
    missing = [name for name, field, term in _NOT_READ if not getattr(checked.invoice, field) and term not in reported]
    if missing:
        sentences.append(f"Not read from the page: {' and '.join(missing)}.")
    if checked.rules.profile is None:
        sentences.append("E-invoice rules were not applied; add --profile en16931 to apply them.")
    return sentences
