"""Errors that the library raises on purpose. Each says in one sentence what to do, and whether a retry can help."""

from typing import Any

import msgspec


class InvoicyError(Exception):
    """Base of every error that the library raises on purpose.

    message: one sentence. retryable: the same call may succeed later.
    """

    retryable: bool = False

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        """For pickle, which brings errors from other processes: by default it would make the message of the message."""
        return _unpickled, (type(self), self.args), self.__dict__


def _unpickled(kind: type[InvoicyError], arguments: tuple[Any, ...]) -> InvoicyError:
    return kind.__new__(kind, *arguments)


class InvalidArgumentError(InvoicyError):
    """The caller asked for something that does not exist or does not fit together."""


class InvalidReadingError(InvalidArgumentError, msgspec.ValidationError):
    """The text is no reading, or one of another schema. Code that catches msgspec.ValidationError catches it too."""


class DocumentNotFoundError(InvoicyError):
    """There is no file at the path. path: as it was given."""

    def __init__(self, path: str, message: str = "") -> None:
        super().__init__(message or f"There is no file at {path}.")
        self.path = path


class SettingsError(InvoicyError):
    """A setting in the environment is missing or wrong.

    problems: one sentence for each such setting, all of them at once.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


class AccessRefusedError(InvoicyError):
    """A file or a service does not let the program in: a permission or a name is wrong, and a retry cannot help."""


class DamagedObjectError(InvoicyError):
    """An object in the store is no longer the one that was written."""

    def __init__(self, key: str) -> None:
        super().__init__(f"The object {key} in the store is damaged: delete it and deliver its document again.")
        self.key = key


class UnreadableDocumentError(InvoicyError):
    """The bytes cannot be read as the kind of document that they seem to be.

    It never reaches the caller: it becomes a rejected reading. rule: id of the finding that this reading carries.
    """

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


class TemporaryFaultError(InvoicyError):
    """A call outside failed and may succeed the next time: storage throttled, disk busy, connection reset."""

    retryable = True
