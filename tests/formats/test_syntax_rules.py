"""The rules about an XML syntax: each row of data/syntax states the fault that it finds."""

import re

import pytest
from lxml import etree
from lxml.etree import _Element

from invoicy.formats import cii, ubl
from invoicy.formats.faults import SyntaxFault
from invoicy.formats.syntax_rules import SyntaxRules, listed
from tests.requirements import ROOT
from tests.xml_documents import ubl as ubl_document

FOLDER = ROOT / "shared" / "invoicy" / "data" / "syntax"
NAMESPACES = {"ubl": ubl.NAMESPACES | ubl.FURTHER, "cii": cii.NAMESPACES}
TABLES = sorted(path.stem for path in FOLDER.glob("*.tsv") if not path.stem.endswith("-unused"))
ROOT_NAMES = {"ubl": "ubl:Invoice", "cii": "rsm:CrossIndustryInvoice"}
STEP = re.compile(r"(@?[\w-]+:?[\w-]*)")


def rows(table: str) -> list[list[str]]:
    return [line.split("\t") for line in (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def syntax_rules(table: str) -> SyntaxRules:
    name, _, profile = table.partition("-")
    return SyntaxRules(name, NAMESPACES[name], profile)


def add(parent: _Element, name: str, namespaces: dict[str, str]) -> _Element:
    prefix, _, local = name.replace("*", "").partition(":")
    return etree.SubElement(parent, f"{{{namespaces[prefix]}}}{local}")


def new_root(syntax: str) -> _Element:
    prefix, _, local = ROOT_NAMES[syntax].partition(":")
    return etree.Element(f"{{{NAMESPACES[syntax][prefix]}}}{local}", nsmap=NAMESPACES[syntax])


def add_path(element: _Element, path: str, namespaces: dict[str, str]) -> None:
    """The elements of a path of names, and the attribute at its end."""
    for step in path.strip("/").split("/"):
        if step.startswith("@"):
            element.set(step[1:], "x")
        else:
            element = add(element, step, namespaces)


COUNTED = re.compile(r"\(?\s*count\(([\w:@/-]+)\)\s*(?:<=|=)\s*1\s*\)?").fullmatch
RULED_OUT = re.compile(r"not\((?://)?([\w:@/-]+)\)").fullmatch
REQUIRED = re.compile(r"\(?@?[\w:/-]+\)?|(?:@\w+ |upper )?in \w+|prefix \w+").fullmatch


def breaking(syntax: str, context: str, test: str) -> _Element:
    """A root that breaks a test that counts a path, rules one out, or requires one or a code."""
    root = new_root(syntax)
    element = root if context == "/" else add(root, context.split(maxsplit=1)[0], NAMESPACES[syntax])
    counted, ruled_out = COUNTED(test), RULED_OUT(test)
    if counted:
        add_path(element, counted[1], NAMESPACES[syntax])
        add_path(element, counted[1], NAMESPACES[syntax])
    elif ruled_out:
        add_path(element, ruled_out[1], NAMESPACES[syntax])
    else:
        element.text = "?"
    return root


def test_every_row_has_a_sentence_for_the_rule_and_one_for_the_fault() -> None:
    cells = [(table, row) for table in TABLES for row in rows(table)]
    assert len(cells) > 400
    assert [row[0] for _, row in cells if len(row) != 7 or not row[5].endswith(".") or not row[6].endswith(".")] == []
    assert [row[0] for _, row in cells if row[5] == row[6]] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_fault_can_be_reported_for_an_element_of_its_context(table: str) -> None:
    syntax = table.partition("-")[0]
    for _, _, context, _, test, _, template in rows(table):
        root = new_root(syntax)
        name = "ram:Name" if syntax == "cii" else "cbc:Name"
        element = (
            root
            if context == "/"
            else add(root, name if context == "*" else context.split(maxsplit=1)[0], NAMESPACES[syntax])
        )
        sentence = SyntaxFault(template, test, NAMESPACES[syntax]).of(element)
        assert "{" not in sentence
        assert sentence[0].isupper() or ":" in sentence.split()[0] or sentence.startswith("@"), sentence


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_is_broken_states_its_fault(table: str) -> None:
    syntax = table.partition("-")[0]
    checked = syntax_rules(table)
    for rule, _, context, when, test, _, _ in rows(table):
        if when or not (COUNTED(test) or RULED_OUT(test) or REQUIRED(test)):
            continue
        findings = {finding.rule: finding.message for finding in checked.findings(breaking(syntax, context, test))}
        assert findings[rule].endswith(".")
        assert "{" not in findings[rule]


@pytest.mark.parametrize(
    ("body", "rule", "message"),
    [
        (
            "<cbc:Note>a</cbc:Note><cac:Delivery/><cac:Delivery/>",
            "UBL-SR-24",
            "cac:Delivery occurs 2 times in this invoice; at most one is allowed.",
        ),
        (
            "<cac:InvoiceLine/>",
            "UBL-SR-48",
            "cac:Item/cac:ClassifiedTaxCategory is missing in this line; exactly one is needed.",
        ),
        (
            "<cbc:UUID>a</cbc:UUID>",
            "UBL-CR-005",
            "cbc:UUID is not used in an EN 16931 invoice; receivers may ignore it.",
        ),
        (
            "<cbc:TaxCurrencyCode>Euro</cbc:TaxCurrencyCode>",
            "BR-CL-05",
            "The VAT accounting currency 'Euro' (BT-6) is not",
        ),
        ("<cbc:TaxCurrencyCode/>", "BR-CL-05", "The VAT accounting currency (BT-6) is empty."),
        (
            "<cac:PayeeParty><cac:PartyName/></cac:PayeeParty>",
            "UBL-SR-20",
            "The Payee has no name (BT-59).",
        ),
        (
            '<cac:InvoiceLine><cbc:InvoicedQuantity unitCode="">1</cbc:InvoicedQuantity></cac:InvoiceLine>',
            "BR-CL-23",
            "The unit of measure in cbc:InvoicedQuantity is empty (@unitCode).",
        ),
        (
            '<cac:Price><cbc:PriceAmount currencyID="ITL"/></cac:Price>',
            "BR-CL-03",
            "cbc:PriceAmount has the currency 'ITL', which is not a code of ISO 4217.",
        ),
    ],
)
def test_a_fault_names_what_was_found(body: str, rule: str, message: str) -> None:
    root = etree.fromstring(ubl_document(body))
    findings = {finding.rule: finding.message for finding in syntax_rules("ubl").findings(root)}
    assert findings[rule].startswith(message)


def test_a_total_that_is_not_required_occurs_once() -> None:
    amount = '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">1.00</cbc:TaxAmount></cac:TaxTotal>'
    findings = {
        finding.rule: finding.message
        for finding in syntax_rules("ubl-peppol").findings(etree.fromstring(ubl_document(amount)))
    }
    assert findings["PEPPOL-EN16931-R054"].startswith(
        "A VAT total without a breakdown (BT-111) occurs once, but the invoice has no VAT accounting currency (BT-6)."
    )


@pytest.mark.parametrize("table", TABLES)
def test_no_fault_quotes_a_value_that_is_not_there(table: str) -> None:
    syntax = table.partition("-")[0]
    for rule, _, context, _, test, _, template in rows(table):
        names = ["ram:Name" if syntax == "cii" else "cbc:Name"] if context == "*" else context.split()
        for name in names:
            root = new_root(syntax)
            element = root if name == "/" else add(root, name, NAMESPACES[syntax])
            sentence = SyntaxFault(template, test, NAMESPACES[syntax]).of(element)
            assert not [gap for gap in ("''", "  ", " .", " ,", "(none)", "NaN") if gap in sentence], (rule, sentence)


def test_the_first_alternative_counts_whose_values_are_there_and_whose_conditions_hold() -> None:
    root = etree.fromstring(ubl_document("<cbc:Note>a</cbc:Note>"))
    first = SyntaxFault("The {cbc:Name} is odd.|{?cbc:Note}A note is {cbc:Note}.|Nothing.", "", NAMESPACES["ubl"])
    last = SyntaxFault("{?cbc:Name}A name.|Nothing.", "", NAMESPACES["ubl"])
    assert (first.of(root), last.of(root)) == ("A note is 'a'.", "Nothing.")


def test_a_computation_with_a_text_has_no_value() -> None:
    root = etree.fromstring(ubl_document("<cbc:Note>many</cbc:Note>"))
    fault = SyntaxFault("It is {=cbc:Note * 2}.|It cannot be computed.", "", NAMESPACES["ubl"])
    assert fault.of(root) == "It cannot be computed."


def test_a_number_is_written_in_groups() -> None:
    root = etree.fromstring(ubl_document("<cbc:Note>1234567.50</cbc:Note><cbc:Note>0.1</cbc:Note>"))
    fault = SyntaxFault("{=cbc:Note} and {=sum(cbc:Note)} and {=cbc:ID}", "", NAMESPACES["ubl"])
    assert fault.of(root) == "1,234,567.50 and 1,234,567.60 and 'R-1'"


def test_the_rule_itself_stays_a_rule() -> None:
    sentences = {finding.rule: finding.message for finding in listed("ubl")}
    assert sentences["UBL-SR-24"] == "An invoice has at most one cac:Delivery."
    assert sentences["UBL-CR-005"] == "cbc:UUID is not used in an EN 16931 invoice."
    assert not [sentence for sentence in sentences.values() if " stands " in sentence or "The XML keeps to" in sentence]
