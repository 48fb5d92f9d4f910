"""Errors that the library raises on purpose, each with a sentence for the user."""

from traceback import format_tb
from typing import Any

import msgspec


class InvoicyError(Exception):
    """Base of the errors that the library raises on purpose.

    message: a sentence for the user. retryable: True if the same call may succeed later.
    """

    retryable: bool = False

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        """Support pickle, which passes errors between processes. By default it would call __init__ with the message."""
        return _unpickled, (type(self), self.args), self.__dict__


def _unpickled(error_type: type[InvoicyError], arguments: tuple[Any, ...]) -> InvoicyError:
    return error_type.__new__(error_type, *arguments)


def stack_of(error: BaseException) -> str:
    """Return the traceback of an error and of its causes, for a log.

    Only the library's own errors have their message in it: that of another may quote a document.
    """
    message = f": {error.message}" if isinstance(error, InvoicyError) else ""
    frames = "".join(format_tb(error.__traceback__))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return (stack_of(cause) if cause else "") + f"{frames}{type(error).__qualname__}{message}\n"


class InvalidArgumentError(InvoicyError):
    """An argument is invalid, or arguments contradict each other."""


class InvalidReadingError(InvalidArgumentError, msgspec.ValidationError):
    """The text is not a reading of this schema. It is also a msgspec.ValidationError."""


class DocumentNotFoundError(InvoicyError):
    """There is no file at the path. path: as given by the caller."""

    def __init__(self, path: str, message: str = "") -> None:
        super().__init__(message or f"There is no file at {path}.")
        self.path = path


class SettingsError(InvoicyError):
    """A setting in the environment is missing or invalid. problems: a sentence for each of these settings."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


class AccessRefusedError(InvoicyError):
    """Access to a file or a service was denied: a permission or a name is wrong, and a retry does not help."""


class DamagedObjectError(InvoicyError):
    """An object in the store is not the object that was written. key: its key."""

    def __init__(self, key: str) -> None:
        super().__init__(f"The object {key} in the store is damaged: delete it and deliver its document again.")
        self.key = key


class UnreadableDocumentError(InvoicyError):
    """The document cannot be read in its format. rule: id of the finding about it.

    Callers of the library do not see this error: they get a rejected reading with the finding.
    """

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


class TemporaryFaultError(InvoicyError):
    """A call to storage or a service failed and may succeed later: it was throttled, reset or out of space."""

    retryable = True
