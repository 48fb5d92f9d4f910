"""XML from strangers: mended where it can be, refused where it must be, never an exception of its own."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.errors import UnreadableDocumentError
from invoicy.formats.registry import read_xml
from invoicy.formats.xml import parse
from tests.xml_documents import ubl

NAME = "<cbc:BuyerReference>Zoë Größe</cbc:BuyerReference>"


def buyer_reference(content: bytes) -> tuple[str | None, list[str]]:
    (result,) = read_xml(content).invoices
    return result.invoice.buyer_reference, [finding.rule for finding in result.findings]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32-be", "iso-8859-1", "windows-1252"]
)
def test_declared_encodings_and_byte_order_marks(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = ubl(NAME, declaration=f"<?xml version='1.0' encoding='{declared}'?>").decode()
    assert buyer_reference(text.encode(encoding)) == ("Zoë Größe", [])


@pytest.mark.parametrize(("declared", "real"), [("utf-8", "cp1252"), ("utf-16", "utf-8"), ("no-such-thing", "utf-8")])
def test_a_wrong_encoding_is_repaired_and_reported(declared: str, real: str) -> None:
    text = ubl(NAME, declaration=f"<?xml version='1.0' encoding='{declared}'?>").decode()
    assert buyer_reference(text.encode(real)) == ("Zoë Größe", ["INVOICY-XML-ENCODING"])


def test_white_space_before_the_declaration_is_forgiven() -> None:
    assert buyer_reference(b"\n \n" + ubl(NAME, declaration="<?xml version='1.0'?>")) == ("Zoë Größe", [])


def test_broken_xml_is_read_as_far_as_it_goes_and_asks_for_review() -> None:
    content = ubl(NAME)
    (result,) = read_xml(content[: content.rindex(b"</Invoice>")]).invoices
    assert result.invoice.buyer_reference == "Zoë Größe"
    assert [finding.rule for finding in result.findings] == ["INVOICY-XML-BROKEN"]
    assert result.status == "review"


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE Invoice [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "<!DOCTYPE Invoice [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE Invoice SYSTEM 'http://127.0.0.1:9/invoice.dtd'>",
    ],
)
def test_a_document_type_is_refused(doctype: str) -> None:
    content = ubl("<cbc:BuyerReference>x</cbc:BuyerReference>", declaration=doctype)
    with pytest.raises(UnreadableDocumentError) as raised:
        parse(content)
    assert raised.value.rule == "INVOICY-XML-DTD"


def test_an_entity_is_never_filled_in_even_in_broken_xml() -> None:
    content = ubl("<cbc:BuyerReference>&x;</cbc:BuyerReference><broken", declaration="")
    (result,) = read_xml(content).invoices
    assert result.invoice.buyer_reference is None


def test_depth_is_bounded() -> None:
    depth = 5000
    content = b"<a>" * depth + b"</a>" * depth
    with pytest.raises(UnreadableDocumentError):
        read_xml(content)


def test_an_attachment_over_ten_megabytes_is_read() -> None:
    big = "QUJD" * 3_000_000
    (result,) = read_xml(
        ubl(
            "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject "
            f"mimeCode='text/csv' filename='a.csv'>{big}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
            "</cac:AdditionalDocumentReference>"
        )
    ).invoices
    attachment = result.invoice.supporting_documents[0].attachment
    assert attachment is not None
    assert attachment.content is not None
    assert len(attachment.content) == 9_000_000


def test_comments_and_instructions_are_ignored() -> None:
    content = ubl("<!-- c --><?do it?><cbc:BuyerReference>B<!-- c -->7</cbc:BuyerReference>")
    assert buyer_reference(content) == ("B7", [])


@given(st.binary(max_size=300))
def test_only_unreadable_document_comes_out_of_any_bytes(content: bytes) -> None:
    with suppress(UnreadableDocumentError):
        assert read_xml(content).invoices


@given(st.integers(0, 900), st.binary(max_size=4))
def test_only_unreadable_document_comes_out_of_a_damaged_invoice(position: int, damage: bytes) -> None:
    content = ubl(NAME)
    with suppress(UnreadableDocumentError):
        assert read_xml(content[:position] + damage + content[position + 1 :]).invoices


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Sons & Co", "an & or < in a text must be written as &amp; or &lt;."),
        ("fewer than 1 < 2", "an & or < in a text must be written as &amp; or &lt;."),
        ("Sons &nbsp; Co", "XML does not know the name between & and ;."),
        ("a\x0bb", "by a character that XML does not allow."),
        ("a</cbc:ID>", "an end tag does not match its start tag."),
    ],
)
def test_damage_is_reported_with_its_cause_and_place(text: str, reason: str) -> None:
    (result,) = read_xml(ubl(f"<cbc:BuyerReference>{text}</cbc:BuyerReference>")).invoices
    message = next(finding.message for finding in result.findings if finding.rule == "INVOICY-XML-BROKEN")
    assert f"{reason} It was read as far as possible." in message
