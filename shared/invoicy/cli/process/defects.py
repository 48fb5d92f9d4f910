"""Defects of the program: a sentence for the user and, on request, the traceback."""

import os
import traceback

_DEBUG = "INVOICY_DEBUG"


def defect_sentence(error: BaseException) -> str:
    """Return a sentence about a defect. If INVOICY_DEBUG is set, print the traceback to standard error first."""
    description = f"{type(error).__name__}: {error}"
    if os.environ.get(_DEBUG):
        traceback.print_exception(error)
        return f"This is a defect in Invoicy ({description}). Please report it with the lines above."
    return f"This is a defect in Invoicy ({description}). Please report it. {_DEBUG}=1 shows where it happened."
