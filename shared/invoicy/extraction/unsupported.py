"""Refuses a document of a media type that Invoicy does not read."""

from invoicy.documents.document import Document
from invoicy.documents.kinds import refusal_of
from invoicy.extraction.options import Options
from invoicy.extraction.result import ExtractionResult, PartReader
from invoicy.readings.reading import Finding, Severity


def refuse(document: Document, _: Options, __: PartReader) -> ExtractionResult:
    """Report the media type of the document in plain words, and the remedy."""
    rule, message = refusal_of(document.media_type, document.content)
    return ExtractionResult(findings=(Finding(rule, Severity.FATAL, message),))
