"""The truth of a page, in the schema of the corpus: values that are printed, not those that only follow from them."""

from decimal import Decimal
from typing import Any

from bench.synthetic.display import Display
from bench.synthetic.facts import Facts
from bench.synthetic.ids import Identifier, squash
from bench.synthetic.rows import sign, tax_shares

Document = dict[str, Any]
NO_VAT_ID = frozenset({"US"})  # an EIN is not a VAT id, but to report it is not wrong


def truth(facts: Facts, display: Display, *, base_in_label: bool) -> Document:
    """The document of truth; `not_visible` are the fields that only follow from others, which no score counts."""
    amounts = printed_amounts(facts, display, base_in_label=base_in_label)
    value: Document = {
        "invoice_number": facts.number,
        "issue_date": facts.issued.isoformat(),
        "due_date": facts.due.isoformat() if display.due_date else "",
        "currency": facts.country.currency if display.currency else "",
        "seller_name": facts.seller.name,
        "seller_vat_id": facts.seller.tax_id.compact if seller_id_shown(facts, display) else "",
        "buyer_name": facts.buyer.name,
        "buyer_vat_id": facts.buyer.tax_id.compact if buyer_id_shown(facts, display) else "",
        "iban": facts.account.iban if display.iban else "",
        "purchase_order": facts.references["po"] if "po" in display.references else "",
        **amounts,
        "document_type": "credit_note" if facts.credit else "invoice",
        "lines": lines(facts, display),
    }
    value |= {"not_visible": not_visible(facts, display, value), "alternatives": alternatives(facts, display)}
    return {
        **value,
        "needs_ocr": False,
        "language": facts.language.partition("-")[0],
        "country": facts.seller.country,
        "_meta": meta(facts),
    }


def seller_id_shown(facts: Facts, display: Display) -> bool:
    return display.seller_id and facts.seller.country not in NO_VAT_ID


def buyer_id_shown(facts: Facts, display: Display) -> bool:
    return display.buyer_id and facts.buyer.country not in NO_VAT_ID


def printed_amounts(facts: Facts, display: Display, *, base_in_label: bool) -> dict[str, str]:
    """The totals that are printed."""
    sums, factor = facts.sums, sign(facts, display)
    single_rate = len(sums.groups) == 1
    by_table = display.vat_table and (single_rate or display.vat_sums)
    in_rows = not display.sum_sentence
    net = (in_rows and (display.net or (display.tax and base_in_label and single_rate))) or by_table
    single_tax = display.tax and single_rate and len(tax_shares(facts)) == 1
    tax = (in_rows and (single_tax or display.tax_total)) or by_table or (display.sum_sentence and sums.tax != 0)
    wanted = {
        "net_total": (net, sums.net),
        "tax_total": (tax, sums.tax),
        "gross_total": (True, sums.gross),
        "amount_due": (display.due or display.pay_sentence, sums.due),
    }
    return {name: text(factor * amount, facts) if there else "" for name, (there, amount) in wanted.items()}


def text(amount: Decimal, facts: Facts) -> str:
    return f"{amount.quantize(Decimal(1).scaleb(-facts.terms.decimals)) + 0:f}"


def lines(facts: Facts, display: Display) -> list[Document]:
    """The lines with the columns that are printed."""
    factor, columns = sign(facts, display), display.columns
    return [
        {
            "description": line.description,
            "quantity": f"{line.quantity:f}" if "quantity" in columns else "",
            "unit_price": text(line.price, facts) if "unit_price" in columns else "",
            "net_amount": text(factor * line.amount, facts),
            "description_alt": [f"{line.description} {line.detail}"] if line.detail else [],
        }
        for line in facts.lines
    ]


def not_visible(facts: Facts, display: Display, value: Document) -> list[str]:
    """Empty fields that a reader may derive without being wrong."""
    derived = {name for name in ("net_total", "tax_total", "amount_due", "currency") if not value[name]}
    if display.terms and not display.due_date:
        derived.add("due_date")
    if not value["seller_vat_id"] and (display.seller_id or display.seller_number):
        derived.add("seller_vat_id")
    if not value["buyer_vat_id"] and display.buyer_id:
        derived.add("buyer_vat_id")
    if facts.credit and "po" not in display.references:
        derived.add("purchase_order")
    return sorted(derived)


def alternatives(facts: Facts, display: Display) -> dict[str, list[str]]:
    """Other answers that are right too."""
    accepted: dict[str, list[str]] = {}
    seller, buyer, sums = facts.seller, facts.buyer, facts.sums
    if display.short_name and seller.short != seller.name:
        accepted["seller_name"] = [seller.short]
    if seller_id_shown(facts, display):
        accepted["seller_vat_id"] = [*seller.tax_id.alternatives, *national(seller.tax_id, also=display.seller_number)]
    if buyer_id_shown(facts, display):
        accepted["buyer_vat_id"] = list(buyer.tax_id.alternatives)
    if sums.rounding and not sums.prepaid and not sums.balance:
        accepted["gross_total"] = [text(sign(facts, display) * sums.due, facts)]
    return {name: others for name, others in accepted.items() if others}


def national(tax_id: Identifier, *, also: bool) -> list[str]:
    """The national form of the id, where it is printed beside it."""
    return [squash(tax_id.national)] if also and tax_id.national else []


def meta(facts: Facts) -> Document:
    """The origin of the document; the sums let a check see that the arithmetic closes."""
    sums = facts.sums
    names = ("subtotal", "discount", "shipping", "net", "tax", "gross", "rounding", "balance", "prepaid", "due")
    return {
        "family": facts.layout,
        "source": "synthetic",
        "locale": facts.locale,
        "half": facts.half,
        "needs_ocr": False,
        "sign_insensitive": facts.credit,
        "falls_due": facts.due.isoformat(),
        "prices": "gross" if facts.terms.gross_prices else "net",
        "sums": {name: f"{getattr(sums, name):f}" for name in names},
    }
