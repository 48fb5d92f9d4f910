"""Reports of `invoicy check`. A new format is one module and one line here."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from invoicy.cli.reports.checked import CheckedFile

Render = Callable[[Sequence[CheckedFile]], Iterator[str]]

FORMATS = ("text", "json", "junit", "sarif")
_MODULES = {
    "json": "invoicy.cli.reports.json_lines",
    "junit": "invoicy.cli.reports.junit",
    "sarif": "invoicy.cli.reports.sarif",
}


def renderer(form: str) -> Render:
    """The function that gives the lines of a report which a program reads; the text is written to a console."""
    render: Render = import_module(_MODULES[form]).render
    return render
