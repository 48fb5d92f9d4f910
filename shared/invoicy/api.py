"""The public call of the library: read a document from a path, bytes or an open file."""

from invoicy.documents.loading import Source, load
from invoicy.errors import InvalidArgumentError
from invoicy.extraction import MAX_DOCUMENT_BYTES, read_document, too_large
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Reading


def read(source: Source, *, name: str = "", printed: bool = False, profile: str = "auto") -> Reading:
    """Read a document: an e-invoice, a PDF or an e-mail.

    source: a path (str or os.PathLike), the document's bytes (bytes, bytearray, memoryview, mmap, any buffer) or a
    file that is open for bytes, which is read from its position to its end and not closed. name: the document's name
    in the reading, by default the file's. printed: ignore embedded XML and read only what the page shows. profile:
    the rules to check the invoice against, one of Profile.

    Returns a reading for any bytes. Without an invoice its status is rejected, with the reason as a finding.

    Raises DocumentNotFoundError for a path without a file, AccessRefusedError for a file that you may not read,
    InvalidArgumentError for wrong arguments and TemporaryFaultError, the only one with `retryable`, for a temporary
    fault. All of them are InvoicyError.

    >>> from invoicy import Status, read
    >>> reading = read(b"<html>not an invoice</html>", name="page.xml")
    >>> reading.status is Status.REJECTED
    True
    >>> for finding in reading.findings:
    ...     print(finding.severity, finding.rule)
    fatal INVOICY-UNKNOWN-KIND
    """
    _check(name, printed, profile)
    loaded = load(source, name, MAX_DOCUMENT_BYTES)
    if not loaded.whole:
        return too_large(loaded.document)
    return read_document(loaded.document, profile, printed=printed)


def _check(name: object, printed: object, profile: object) -> None:
    if not isinstance(name, str):
        raise InvalidArgumentError(f"name must be a str such as 'invoice.pdf', not {name!r}.")
    if not isinstance(printed, bool):
        raise InvalidArgumentError(f"printed must be True or False, not {printed!r}.")
    if not isinstance(profile, str):
        raise InvalidArgumentError(f"profile must be a str such as 'auto', not {profile!r}.")
    if profile not in set(Profile):
        raise InvalidArgumentError(f"Unknown profile {profile!r}. The profile must be one of {', '.join(Profile)}.")
