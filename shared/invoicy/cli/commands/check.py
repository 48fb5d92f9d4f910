"""invoicy check: findings about invoices, with their causes and places."""

import io
import os
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from invoicy.cli.check_reports import FORMATS, renderer
from invoicy.cli.check_reports.checked import CheckedFile, checked_file, context_today
from invoicy.cli.inputs.arguments import DOCUMENT, FilesCommand
from invoicy.cli.inputs.documents import inputs_of
from invoicy.cli.inputs.options import profile_option
from invoicy.cli.inputs.store_option import settings_with
from invoicy.cli.inputs.streams import Input
from invoicy.cli.outputs.files import write_whole
from invoicy.cli.outputs.summary import stopped
from invoicy.cli.process.defects import defect_sentence
from invoicy.cli.process.exits import FAILED, STOPPED, stoppable
from invoicy.cli.terminal.progress import progress
from invoicy.documents.loading import load
from invoicy.errors import InvoicyError
from invoicy.extraction import MAX_DOCUMENT_BYTES, read_document, too_large
from invoicy.rules import CheckContext

_WIDTH_OFF_TERMINAL = 120


@click.command(cls=FilesCommand)
@click.argument("files", nargs=-1, required=True, type=DOCUMENT, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="text: a report for people (the default); json: one object for each file; junit and sarif: for build servers.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report to this file. A document to check is never overwritten.",
)
@profile_option
@click.option(
    "--own-name",
    multiple=True,
    help="Your company's name; invoices to another buyer are reported. Repeatable.  [env var: INVOICY_OWN_NAME]",
)
@click.option(
    "--own-vat-id",
    multiple=True,
    help="Your VAT identifier; invoices to another buyer are reported. Repeatable.  [env var: INVOICY_OWN_VAT_ID]",
)
def check(
    files: tuple[str, ...],
    form: str | None,
    as_json: bool,
    out: Path | None,
    profile: str | None,
    own_name: tuple[str, ...],
    own_vat_id: tuple[str, ...],
) -> None:
    """Check invoices against the rules of EN 16931 and of their profile.

    Each finding names its cause and its place: XPath and line, or page and position.

    Exit code 0: no fatal findings; 1: fatal findings, or a file that is not an invoice; 2: wrong usage; 130: stopped.
    """
    if as_json and form not in {None, "json"}:
        raise click.UsageError(f"--json and --format {form} cannot be combined.")
    settings = settings_with(os.environ, profile=profile)
    context = context_today(own_name or settings.own_name.values, own_vat_id or settings.own_vat_id.values)
    inputs = inputs_of(files, leave_out=[settings.store])
    if out is not None and any(_is_same(out, document.path) for document in inputs.documents):
        raise click.UsageError(f"{out} is a document to check; choose another file for the report.")
    checked, is_whole = check_all(inputs.documents, settings.profile, context)
    _report(checked, "json" if as_json else form or "text", out)
    if not is_whole:
        counts = Counter("unreadable" if file.error else str(file.status) for file in checked)
        click.echo(stopped(counts, len(inputs.documents)), err=True)
        sys.exit(STOPPED)
    for sentence in inputs.remarks():
        click.echo(sentence, err=True)
    if not all(file.is_sound for file in checked):
        sys.exit(FAILED)


def check_all(documents: Sequence[Input], profile: str, context: CheckContext) -> tuple[list[CheckedFile], bool]:
    """Check documents; return the checked files, and False if the user stopped the run before the last one."""
    checked: list[CheckedFile] = []
    has_bar = len(documents) > 1 and sys.stderr.isatty()
    try:
        with stoppable(), progress(len(documents), bar=has_bar) as display:
            for document in documents:
                checked.append(_checked(document, profile, context))
                display.advance()
    except KeyboardInterrupt:
        return checked, False
    return checked, True


def _checked(item: Input, profile: str, context: CheckContext) -> CheckedFile:
    file = str(item.path)
    if item.problem:
        return CheckedFile(file, error=item.problem)
    try:
        loaded = load(item.source, item.name, MAX_DOCUMENT_BYTES)
        document = loaded.document
        reading = read_document(document, profile) if loaded.whole else too_large(document)
        return checked_file(file, document, reading, profile, context)
    except InvoicyError as error:
        return CheckedFile(file, error=error.message)
    except Exception as error:  # noqa: BLE001  a defect of the program must not stop the other files
        return CheckedFile(file, error=defect_sentence(error))


def _report(files: Sequence[CheckedFile], form: str, out: Path | None) -> None:
    text = _text(files, out) if form == "text" else "".join(f"{line}\n" for line in renderer(form)(files))
    if out is None:
        click.echo(text, nl=False)
    else:
        write_whole(out, text)


def _text(files: Sequence[CheckedFile], out: Path | None) -> str:
    """Return the text report for a file; without a file, print it in colour, as wide as the terminal, and return ""."""
    from invoicy.cli.check_reports.text import show  # loads rich, which takes 40 ms
    from invoicy.cli.terminal.console import PlainConsole, console_on

    if out is None:
        show(files, console_on(sys.stdout, width=_WIDTH_OFF_TERMINAL))
        return ""
    file = io.StringIO()
    show(files, PlainConsole(file, _WIDTH_OFF_TERMINAL))
    return file.getvalue()


def _is_same(out: Path, document: Path) -> bool:
    with suppress(OSError):  # a file does not exist, or its folder cannot be read
        return out.samefile(document)
    return False
