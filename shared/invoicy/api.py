"""The calls that a program makes: read a document, wherever its bytes are."""

from pathlib import Path

from invoicy.document import Document
from invoicy.errors import DocumentNotFoundError, InvalidArgumentError, TemporaryFaultError
from invoicy.extraction import read_document
from invoicy.profiles import Profile
from invoicy.reading import Reading


def read(source: str | Path | bytes, *, name: str = "", printed: bool = False, profile: str = "auto") -> Reading:
    """Read one document.

    source: a path, or the document's bytes. name: what to call it, the file's name by default. printed: ignore
    embedded XML and read only what the page shows. profile: the rules to hold the invoice to, see Profile.

    Returns a rejected Reading for any bytes that give no invoice. Raises DocumentNotFoundError for a missing path,
    InvalidArgumentError for an unknown profile, TemporaryFaultError when the file cannot be read just now.
    """
    _check(profile)
    if isinstance(source, bytes):
        return read_document(Document.of(source, name), profile, printed=printed)
    path = Path(source)
    return read_document(Document.of(_bytes_of(path), name or path.name), profile, printed=printed)


def _check(profile: str) -> None:
    if profile not in set(Profile):
        raise InvalidArgumentError(f"There is no profile {profile}; there are {', '.join(Profile)}.")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise DocumentNotFoundError(str(path)) from error
    except OSError as error:
        raise TemporaryFaultError(f"{path} cannot be read just now: {error.strerror}.") from error
