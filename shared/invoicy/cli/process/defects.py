"""A defect of the program, as a sentence for the user and, on request, as lines of code for a report."""

import os
import traceback

_DEBUG = "INVOICY_DEBUG"


def reported(error: BaseException) -> str:
    """A sentence about the defect; where INVOICY_DEBUG is set, its traceback is printed to standard error first."""
    kind = f"{type(error).__name__}: {error}"
    if os.environ.get(_DEBUG):
        traceback.print_exception(error)
        return f"This is a defect in Invoicy ({kind}). Please report it with the lines above."
    return f"This is a defect in Invoicy ({kind}). Please report it. {_DEBUG}=1 shows where it happened."
