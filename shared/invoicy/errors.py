"""What can go wrong. Each error says, in one sentence, what to do, and whether trying again can help."""


class InvoicyError(Exception):
    """Base of every error the library raises on purpose."""

    retryable: bool = False

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidArgumentError(InvoicyError):
    """The caller asked for something that does not exist or does not fit together."""


class DocumentNotFoundError(InvoicyError):
    """There is nothing at the path that was given."""

    def __init__(self, path: str) -> None:
        super().__init__(f"There is no file at {path}.")
        self.path = path


class SettingsError(InvoicyError):
    """The environment does not say what the program needs.

    problems: one sentence for each setting that is missing or wrong, all of them at once.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("The settings in the environment need a change. " + " ".join(problems))
        self.problems = problems


class AccessRefusedError(InvoicyError):
    """A place outside exists not, or does not let us in: a permission or a name is wrong, trying again is no cure."""


class DamagedObjectError(InvoicyError):
    """Something stored is no longer what was written."""

    def __init__(self, key: str) -> None:
        super().__init__(f"The object {key} in the store is damaged: delete it and deliver its document again.")
        self.key = key


class UnreadableDocumentError(InvoicyError):
    """The bytes cannot be read as what they seem to be; becomes a rejected reading, never reaches the caller.

    rule: id of the finding that the rejected reading carries.
    """

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


class TemporaryFaultError(InvoicyError):
    """Something outside failed and may work the next time: storage throttled, disk busy, connection reset."""

    retryable = True
