"""Synthetic invoices: many layouts, languages and tax systems, typeset offline by typst, reproducible from a seed.

usage: uv run python -m bench.synthetic OUT [--count 160] [--seed 7]

Writes OUT/NAME.pdf and OUT/NAME.json, the truth in the corpus's record form; _meta.family is the layout.
"""

import argparse
import json
import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

Words = dict[str, Any]
WORDS: dict[str, Words] = json.loads(
    (Path(__file__).parent / "data" / "synthetic_words.json").read_text(encoding="utf-8")
)
LAYOUTS = ("letter", "window", "boxes", "centred", "right", "plain", "parties", "grid", "compact", "banner")
FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
_CENT = Decimal("0.01")
_IBANS = ("DE89370400440532013000", "FR7630006000011234567890189", "NL91ABNA0417164300", "ES9121000418450200051332")


def escape(text: str) -> str:
    return "".join("\\" + c if c in "\\#$*_`<>@[]~=+-/" else c for c in text)


class Maker:
    """One invented invoice; draws everything from one random source."""

    def __init__(self, locale: str, layout: str, seed: int) -> None:
        self.random = random.Random(f"{locale}{layout}{seed}")  # noqa: S311  no secret
        self.words, self.layout, self.locale = WORDS[locale], layout, locale
        self.credit = self.random.random() < 0.08
        self.truth = self._truth()

    def pick(self, key: str) -> str:
        found = self.words[key]
        return str(self.random.choice(found)) if found else ""

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def _truth(self) -> dict[str, Any]:
        draw = self.random
        issue = date(draw.randint(2012, 2026), draw.randint(1, 12), draw.randint(1, 28))
        due = issue + timedelta(days=draw.choice((8, 14, 21, 30, 45)))
        self.lines = [self._line() for _ in range(draw.randint(1, 6))]
        net = sum((line[3] for line in self.lines), Decimal(0))
        rate = Decimal(str(draw.choice(self.words["rate"][:1] if self.chance(0.8) else self.words["rate"])))
        tax = (net * rate / 100).quantize(_CENT)
        self.rate, gross = rate, net + tax
        paid = (gross / 4).quantize(_CENT) if self.chance(0.2) else Decimal(0)
        vat = list(dict.fromkeys(self.words["vat"]))
        draw.shuffle(vat)
        number = draw.choice(
            (
                "{y}-{n:04d}",
                "RE{n:05d}",
                "{n:07d}",
                "INV/{y}/{n:04d}",
                "{n:04d}",
                "A-{n:03d}-{y}",
                "{y}{n:05d}",
                "F{y}.{n:03d}",
            )
        )
        self.paid = paid
        return {
            "invoice_number": number.format(y=issue.year, n=draw.randint(1, 9999)),
            "issue_date": issue.isoformat(), "due_date": due.isoformat() if self.chance(0.75) else "",
            "currency": self.words["currency"], "seller_name": self.pick("sellers"), "buyer_name": self.pick("buyers"),
            "seller_vat_id": vat[0] or "", "buyer_vat_id": vat[1] if len(vat) > 1 and self.chance(0.4) else "",
            "iban": draw.choice(_IBANS) if self.words["bank"][0] in ("IBAN", "Nr konta", "Tilinumero") and self.chance(0.6) else "",
            "purchase_order": f"PO-{draw.randint(1000, 99999)}" if self.chance(0.3) else "",
            "net_total": str(net), "tax_total": str(tax), "gross_total": str(gross),
            "amount_due": str(gross - paid), "document_type": "credit_note" if self.credit else "invoice",
            "lines": [{"description": t, "quantity": str(q), "unit_price": str(p), "net_amount": str(a)} for t, q, p, a in self.lines],
            "not_visible": [], "alternatives": {},
            "_meta": {"family": self.layout, "locale": self.locale},
        }  # fmt: skip

    def _line(self) -> tuple[str, int, Decimal, Decimal]:
        draw = self.random
        text = draw.choice(
            ("Alpha service", "Beta 200 kit", "Gamma maintenance", "Delta 3x4 panel", "Epsilon licence", "Zeta hours")
        )
        quantity = draw.choice((1, 1, 2, 3, 5, 10, 12))
        price = Decimal(draw.choice((draw.randint(300, 9900), draw.randint(10000, 250000)))) / 100
        return text, quantity, price, price * quantity

    # ---------------------------------------------------------- printing
    def money(self, value: Decimal | str, *, sign: bool = True) -> str:
        text = f"{Decimal(value):,.2f}"
        marks = {",": self.words["group"], ".": self.words["mark"]}
        shown = "".join(marks.get(c, c) for c in text)
        return escape(str(self.words["money"]).replace("#", shown) if sign and self.signed else shown)

    def day(self, iso: str) -> str:
        value = date.fromisoformat(iso)
        months = _MONTHS.get(self.locale[:2], _MONTHS["en"])
        form = self.form.replace("%B", months[value.month - 1]).replace("%b", months[value.month - 1][:3])
        return escape(value.strftime(form))

    def source(self) -> str:
        draw = self.random
        self.signed = self.chance(0.65)
        self.form = draw.choice([f for f in self.words["date"] if "%B" not in f or self.locale[:2] in _MONTHS])
        self.colon = ":" if self.chance(0.6) else ""
        paper = "us-letter" if self.locale == "en-US" else "a4"
        size, font = draw.choice((8.5, 9.5, 10.5)), draw.choice(FONTS)
        return (
            f'#set page(paper: "{paper}", margin: (x: {draw.choice((1.5, 2, 2.5))}cm, y: 1.8cm), footer: [{self._foot()}])\n'
            f'#set text(font: "{font}", size: {size}pt, lang: "{self.locale[:2]}")\n#set par(leading: {draw.choice((0.5, 0.65, 0.8))}em)\n'
            + str(getattr(self, f"_{self.layout}")())
            + self._items()
            + self._totals()
            + self._terms()
        )

    def title(self) -> str:
        return escape(self.pick("credit" if self.credit else "title"))

    def seller(self, *, name: bool = True, joint: str = " \\ ") -> str:
        t = self.truth
        rows = [
            f"*{escape(t['seller_name'])}*" if name else "",
            escape(self.street),
            escape(self.town),
            escape(self.country),
        ]
        rows += [escape(f"{self.pick('phone')} 030 123 45{self.random.randint(10, 99)}"), escape(f"info@{self.domain}")]
        if t["seller_vat_id"] and not self.vat_in_footer:
            rows.append(escape(f"{self.pick('vat_id')}{self.colon} {t['seller_vat_id']}"))
        return joint.join(row for row in rows if row)

    def buyer(self, joint: str = " \\ ") -> str:
        t = self.truth
        rows = [escape(t["buyer_name"]), escape(self.pick("streets")), escape(self.pick("towns"))]
        if t["buyer_vat_id"]:
            rows.append(escape(f"{self.pick('vat_id')}: {t['buyer_vat_id']}"))
        return joint.join(rows)

    def meta(self) -> list[tuple[str, str]]:
        t = self.truth
        rows = [(self.pick("number"), escape(t["invoice_number"])), (self.pick("date_l"), self.day(t["issue_date"]))]
        if t["due_date"]:
            rows.append((self.pick("due_l"), self.day(t["due_date"])))
        if t["purchase_order"]:
            rows.append((self.pick("po"), escape(t["purchase_order"])))
        if self.chance(0.4):
            rows.insert(
                self.random.randint(0, len(rows)), (self.pick("customer"), str(self.random.randint(1000, 99999)))
            )
        return [(escape(label), value) for label, value in rows]

    def meta_table(self) -> str:
        cells = ", ".join(f"[{label}{self.colon}], [{value}]" for label, value in self.meta())
        return f"#table(columns: 2, stroke: none, inset: 3pt, {cells})"

    def meta_lines(self) -> str:
        return " \\ ".join(f"{label}{self.colon or ':'} {value}" for label, value in self.meta())

    def meta_heads(self) -> str:
        rows = self.meta()
        heads, values = ", ".join(f"[*{r[0]}*]" for r in rows), ", ".join(f"[{r[1]}]" for r in rows)
        return f"#table(columns: ({', '.join(['1fr'] * len(rows))}), stroke: {self.random.choice(('none', '0.4pt'))}, {heads}, {values})"

    # ---------------------------------------------------------- layouts
    def _letter(self) -> str:
        head = escape(self.pick("buyer"))
        return (f"#grid(columns: (1fr, auto), [#text(size: 15pt)[{escape(self.truth['seller_name'])}] \\ {self.seller(name=False)}], "
                f"align(right)[#text(size: 22pt)[{self.title()}]])\n#v(1cm)\n"
                f"#grid(columns: (1fr, auto), [*{head}{self.colon}* \\ {self.buyer()}], [{self.meta_table()}])\n#v(0.8cm)\n")  # fmt: skip

    def _window(self) -> str:
        t = self.truth
        sep = self.random.choice((" · ", " • ", " | ", ", "))
        line = sep.join((escape(t["seller_name"]), escape(self.street), escape(self.town)))
        return (f"#align(right)[{self.seller()}]\n#v(0.6cm)\n#text(size: 6.5pt)[{line}] \\ {self.buyer()}\n#v(1.2cm)\n"
                f"#align(right)[{self.meta_table()}]\n#text(size: 14pt)[*{self.title()} {escape(t['invoice_number'])}*]\n#v(0.5cm)\n")  # fmt: skip

    def _boxes(self) -> str:
        return (f"#align(right)[#text(size: 14pt)[{self.title()}]]\n"
                f"#grid(columns: (1fr, 1fr), stroke: 0.5pt, inset: 7pt, [{escape(self.pick('seller'))}{self.colon} \\ {self.seller()}], "
                f"[{escape(self.pick('buyer'))}{self.colon} \\ {self.buyer()}], [{self.meta_lines()}], [])\n#v(0.5cm)\n")  # fmt: skip

    def _centred(self) -> str:
        return (f"#align(center)[#text(size: 17pt)[*{escape(self.truth['seller_name'])}*] \\ {self.seller(name=False, joint=' · ')}]\n"
                f"#line(length: 100%)\n#align(center)[#text(size: 13pt)[{self.title()}]]\n"
                f"#grid(columns: (1fr, 1fr), [{escape(self.pick('buyer'))}: \\ {self.buyer()}], [{self.meta_lines()}])\n#v(0.6cm)\n")  # fmt: skip

    def _right(self) -> str:
        return (f"#text(size: 20pt)[{self.title()}]\n\n{self.meta_table()}\n#v(0.4cm)\n"
                f"#grid(columns: (1fr, 1fr), [*{escape(self.pick('buyer'))}* \\ {self.buyer()}], align(right)[{self.seller()}])\n#v(0.6cm)\n")  # fmt: skip

    def _foot(self) -> str:
        t = self.truth
        bits = (
            [escape(t["seller_name"]), escape(self.street), escape(self.town)]
            if self.layout in ("plain", "banner") or self.chance(0.4)
            else []
        )
        if self.vat_in_footer and t["seller_vat_id"]:
            bits.append(escape(f"{self.pick('vat_id')}: {t['seller_vat_id']}"))
        if t["iban"]:
            grouped = " ".join(t["iban"][i : i + 4] for i in range(0, len(t["iban"]), 4))
            bits.append(escape(f"{self.pick('bank')}: {self.random.choice((grouped, t['iban']))}"))
        bits.append(escape(f"www.{self.domain}"))
        return "#text(size: 7pt)[" + self.random.choice((" | ", " · ", " #h(1.2em) ")).join(bits) + "]"

    def _parties(self) -> str:
        return (f"#text(size: 18pt)[{self.title()}]\n#v(0.4cm)\n{self.meta_heads()}\n#v(0.4cm)\n"
                f"#grid(columns: (1fr, 1fr), [*{escape(self.pick('seller'))}* \\ {self.seller()}], [*{escape(self.pick('buyer'))}* \\ {self.buyer()}])\n#v(0.6cm)\n")  # fmt: skip

    def _grid(self) -> str:
        return (f"#grid(columns: (1fr, 1fr), [{self.seller()}], align(right)[#text(size: 16pt)[{self.title()}] \\ {self.meta_lines()}])\n#v(0.7cm)\n"
                f"{escape(self.pick('buyer'))}{self.colon} \\ {self.buyer()}\n#v(0.6cm)\n")  # fmt: skip

    def _compact(self) -> str:
        return (f"*{escape(self.truth['seller_name'])}*, {escape(self.street)}, {escape(self.town)}\n\n{self.title()} {escape(self.truth['invoice_number'])}\n\n"
                f"{escape(self.pick('buyer'))}: {self.buyer(', ')}\n\n{self.meta_lines()}\n\n")  # fmt: skip

    def _banner(self) -> str:
        return (f"#block(fill: rgb(30, 60, 90), width: 100%, inset: 12pt)[#text(fill: white, size: 20pt)[{self.title()}] #h(1fr) #text(fill: white)[{escape(self.truth['seller_name'])}]]\n"
                f"#grid(columns: (1fr, 1fr), [{self.buyer()}], [{self.meta_table()}])\n#v(0.8cm)\n")  # fmt: skip

    def _plain(self) -> str:
        return f"{self.buyer()}\n#v(1cm)\n#text(size: 15pt)[{self.title()}]\n\n{self.meta_lines()}\n#v(0.6cm)\n"

    # ---------------------------------------------------------- body
    def _items(self) -> str:
        heads = [escape(self.pick(key)) for key in ("item", "qty", "price", "amount")]
        rows = "".join(f", [{escape(t)}], [{q}], [{self.money(p)}], [{self.money(a)}]" for t, q, p, a in self.lines)
        stroke = self.random.choice(("none", "0.4pt"))
        return (f"#table(columns: (1fr, auto, auto, auto), stroke: {stroke}, align: (left, right, right, right), "
                + ", ".join(f"[*{h}*]" for h in heads) + rows + ")\n")  # fmt: skip

    def _totals(self) -> str:
        t = self.truth
        rows = [
            (self.pick("net"), t["net_total"]),
            (self.tax_label(), t["tax_total"]),
            (self.pick("gross"), t["gross_total"]),
        ]
        if self.paid:
            rows += [(self.pick("paid"), str(self.paid)), (self.pick("due"), t["amount_due"])]
        elif self.chance(0.2):
            rows.append((self.pick("due"), t["amount_due"]))
        style = self.random.choice(("table", "table", "lines", "heads"))
        if style == "heads":
            heads = ", ".join(f"[{escape(label)}]" for label, _ in rows)
            values = ", ".join(f"[{self.money(value)}]" for _, value in rows)
            return f"#v(0.4cm)\n#table(columns: ({', '.join(['1fr'] * len(rows))}), align: right, {heads}, {values})\n"
        if style == "lines":
            return (
                "#v(0.4cm)\n"
                + " \\ ".join(f"{escape(label)}{self.colon} {self.money(value)}" for label, value in rows)
                + "\n"
            )
        cells = ", ".join(f"[{escape(label)}{self.colon}], [{self.money(value)}]" for label, value in rows)
        return f"#v(0.4cm)\n#align(right)[#table(columns: 2, stroke: none, align: (left, right), {cells})]\n"

    def tax_label(self) -> str:
        label = next(
            (
                one
                for one in self.random.sample(self.words["tax"], len(self.words["tax"]))
                if not any(c.isdigit() for c in one)
            ),
            "",
        )
        mark = str(self.words["mark"])
        return label + (f" ({str(self.rate).replace('.', mark)}%)" if self.chance(0.6) or not label else "")

    def _terms(self) -> str:
        return f"#v(0.8cm)\n{escape(self.words['terms'])}\n"

    def prepare(self) -> str:
        self.street, self.town, self.country = self.pick("streets"), self.pick("towns"), self.pick("country")
        self.domain = (
            "".join(c for c in self.truth["seller_name"].split()[0].lower() if c.isascii() and c.isalpha())
            + "."
            + self.random.choice(("com", "eu", "net"))
        )
        self.vat_in_footer = self.layout in ("plain", "banner", "compact") or self.chance(0.5)
        source = self.source()
        self.truth["not_visible"] = [] if self.signed else ["currency"]
        return source


_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
}


def main() -> None:
    import typst  # the typesetter, wanted only here

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=160)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    locales = list(WORDS)
    for index in range(args.count):
        locale, layout = locales[index % len(locales)], LAYOUTS[(index // len(locales) + index) % len(LAYOUTS)]
        maker = Maker(locale, layout, args.seed + index)
        name = f"{layout}__{locale}_{index:03d}"
        source = args.out / "page.typ"
        source.write_text(maker.prepare(), encoding="utf-8")
        (args.out / f"{name}.pdf").write_bytes(typst.compile(str(source)))
        (args.out / f"{name}.json").write_text(json.dumps(maker.truth, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{args.count} invoices in {args.out}")


if __name__ == "__main__":
    main()
