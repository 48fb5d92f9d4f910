"""The attachments of an e-mail, and the reasons why none of them is an invoice."""

from invoicy.documents.document import Document
from invoicy.extraction.mail import read_mail
from invoicy.extraction.options import Options
from invoicy.extraction.result import ExtractionResult
from invoicy.readings.reading import Finding, Severity
from tests.documents.containers.test_mail import mail


def _messages(*names: str) -> list[str]:
    content = bytes(mail(*((name, name.encode()) for name in names)))
    refusal = ExtractionResult(findings=(Finding("INVOICY-X", Severity.FATAL, "It is a picture."),))
    result = read_mail(Document.of(content), Options(), lambda _: refusal)
    return [finding.message for finding in result.findings]


def test_each_attachment_has_its_reason() -> None:
    assert _messages("a.txt", "b.txt")[1:] == ["a.txt: It is a picture.", "b.txt: It is a picture."]


def test_at_most_five_names_are_listed() -> None:
    first = _messages(*(f"{at}.txt" for at in range(7)))[0]
    assert first.endswith("Invoicy can read: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more.")


def test_a_message_without_attachments_has_one_reason() -> None:
    (message,) = _messages()
    assert message.startswith("The e-mail has no attachment.")
