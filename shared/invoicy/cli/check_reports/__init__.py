"""Reports of `invoicy check`. To add a format, add a module and a line to _MODULES."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from invoicy.cli.check_reports.checked import CheckedFile

Render = Callable[[Sequence[CheckedFile]], Iterator[str]]

FORMATS = ("text", "json", "junit", "sarif")
_MODULES = {
    "json": "invoicy.cli.check_reports.json_lines",
    "junit": "invoicy.cli.check_reports.junit",
    "sarif": "invoicy.cli.check_reports.sarif",
}


def renderer(form: str) -> Render:
    """Return the function that yields the lines of a report. form: a format for programs, so not "text"."""
    render: Render = import_module(_MODULES[form]).render
    return render
