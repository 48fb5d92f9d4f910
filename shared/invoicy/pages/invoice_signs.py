"""Signs that pages show an invoice, rather than a letter, an order or a list."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.document_type import has_title, mentions_invoice
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.printed_terms.choice import PrintedTerms

# All set by hand on the invoices and other documents of the LEARN set.
# Chance that the labelled invoice number is right.
_MIN_NUMBER_SCORE = 0.6
# Score of the amount with VAT, if the amount of VAT has the same score or more.
_MIN_TOTAL_SCORE = 0.5
# Score of the amount with VAT, without an amount of VAT.
_MIN_LONE_TOTAL_SCORE = 0.7


def shows_invoice(pages: AnnotatedPages, terms: PrintedTerms) -> bool:
    """Test whether pages have what an invoice has: a title, a number and a total, or a total with its VAT."""
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
    return number is not None and number.score >= _MIN_NUMBER_SCORE and number.is_labelled
