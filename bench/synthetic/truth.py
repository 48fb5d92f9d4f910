"""The truth of a page, in the schema of the corpus: what is printed, and nothing that only follows from it."""

from decimal import Decimal
from typing import Any

from bench.synthetic.facts import Facts
from bench.synthetic.ids import Identifier, squash
from bench.synthetic.rows import sign, tax_shares
from bench.synthetic.shown import Shown

Document = dict[str, Any]
NO_VAT_ID = frozenset({"US"})  # an EIN is no VAT id, and whoever reports it is not wrong


def truth(facts: Facts, shown: Shown, *, base_in_label: bool) -> Document:
    """The document of truth; `not_visible` are the fields that only follow from others, which no score counts."""
    amounts = printed_amounts(facts, shown, base_in_label=base_in_label)
    value: Document = {
        "invoice_number": facts.number,
        "issue_date": facts.issued.isoformat(),
        "due_date": facts.due.isoformat() if shown.due_date else "",
        "currency": facts.country.currency if shown.currency else "",
        "seller_name": facts.seller.name,
        "seller_vat_id": facts.seller.tax_id.compact if seller_id_shown(facts, shown) else "",
        "buyer_name": facts.buyer.name,
        "buyer_vat_id": facts.buyer.tax_id.compact if buyer_id_shown(facts, shown) else "",
        "iban": facts.account.iban if shown.iban else "",
        "purchase_order": facts.references["po"] if "po" in shown.references else "",
        **amounts,
        "document_type": "credit_note" if facts.credit else "invoice",
        "lines": lines(facts, shown),
    }
    value |= {"not_visible": not_visible(facts, shown, value), "alternatives": alternatives(facts, shown)}
    return {
        **value,
        "needs_ocr": False,
        "language": facts.language.partition("-")[0],
        "country": facts.seller.country,
        "_meta": meta(facts),
    }


def seller_id_shown(facts: Facts, shown: Shown) -> bool:
    return shown.seller_id and facts.seller.country not in NO_VAT_ID


def buyer_id_shown(facts: Facts, shown: Shown) -> bool:
    return shown.buyer_id and facts.buyer.country not in NO_VAT_ID


def printed_amounts(facts: Facts, shown: Shown, *, base_in_label: bool) -> dict[str, str]:
    """The totals that stand on the page."""
    sums, factor = facts.sums, sign(facts, shown)
    one = len(sums.groups) == 1
    by_table = shown.vat_table and (one or shown.vat_sums)
    in_rows = not shown.sum_sentence
    net = (in_rows and (shown.net or (shown.tax and base_in_label and one))) or by_table
    single_tax = shown.tax and one and len(tax_shares(facts)) == 1
    tax = (in_rows and (single_tax or shown.tax_total)) or by_table or (shown.sum_sentence and sums.tax != 0)
    wanted = {
        "net_total": (net, sums.net),
        "tax_total": (tax, sums.tax),
        "gross_total": (True, sums.gross),
        "amount_due": (shown.due or shown.pay_sentence, sums.due),
    }
    return {name: text(factor * amount, facts) if there else "" for name, (there, amount) in wanted.items()}


def text(amount: Decimal, facts: Facts) -> str:
    return f"{amount.quantize(Decimal(1).scaleb(-facts.terms.decimals)) + 0:f}"


def lines(facts: Facts, shown: Shown) -> list[Document]:
    """The lines with the columns that are printed."""
    factor, columns = sign(facts, shown), shown.columns
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


def not_visible(facts: Facts, shown: Shown, value: Document) -> list[str]:
    """Empty fields that a reader may derive without being wrong."""
    derived = {name for name in ("net_total", "tax_total", "amount_due", "currency") if not value[name]}
    if shown.terms and not shown.due_date:
        derived.add("due_date")
    if not value["seller_vat_id"] and (shown.seller_id or shown.seller_number):
        derived.add("seller_vat_id")
    if not value["buyer_vat_id"] and shown.buyer_id:
        derived.add("buyer_vat_id")
    if facts.credit and "po" not in shown.references:
        derived.add("purchase_order")
    return sorted(derived)


def alternatives(facts: Facts, shown: Shown) -> dict[str, list[str]]:
    """Other answers that are right too."""
    found: dict[str, list[str]] = {}
    seller, buyer, sums = facts.seller, facts.buyer, facts.sums
    if shown.short_name and seller.short != seller.name:
        found["seller_name"] = [seller.short]
    if seller_id_shown(facts, shown):
        found["seller_vat_id"] = [*seller.tax_id.alternatives, *national(seller.tax_id, also=shown.seller_number)]
    if buyer_id_shown(facts, shown):
        found["buyer_vat_id"] = list(buyer.tax_id.alternatives)
    if sums.rounding and not sums.prepaid and not sums.balance:
        found["gross_total"] = [text(sign(facts, shown) * sums.due, facts)]
    return {name: others for name, others in found.items() if others}


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
