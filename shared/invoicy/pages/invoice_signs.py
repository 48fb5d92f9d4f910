"""Signs that pages show an invoice, and no letter, order or list."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.document_type import has_title, mentions_invoice
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.printed_terms.choice import PrintedTerms

# All set by hand on the invoices and other documents of the LEARN set.
_MIN_NUMBER_SCORE = 0.6  # chance that the labelled invoice number is right
_MIN_TOTAL_SCORE = 0.5  # of the amount with VAT, if the amount of VAT has it as well
_MIN_LONE_TOTAL_SCORE = 0.7  # of the amount with VAT alone


def shows_invoice(pages: AnnotatedPages, terms: PrintedTerms) -> bool:
    """Return True for pages with a title of invoices, a number and a total, or a total and its VAT."""
    gross = terms.totals.gross
    has_number = _is_certain(terms.number)
    if gross is None:
        return has_number and has_title(pages) and any(pages.amounts.values())
    if mentions_invoice(pages) and gross.roles and terms.iban:
        return True
    gross_score = gross.roles.get("gross", 0.0)
    tax_score = terms.totals.tax.roles.get("tax", 0.0) if terms.totals.tax else 0.0
    if has_title(pages) or has_number or gross_score >= _MIN_LONE_TOTAL_SCORE:
        return True
    return min(gross_score, tax_score) >= _MIN_TOTAL_SCORE


def _is_certain(number: FieldValue[str] | None) -> bool:
    return number is not None and number.score >= _MIN_NUMBER_SCORE and number.method.startswith("label")
