"""invoicy doctor: what works on this machine, and the cure for what does not."""

import platform
import sys
from collections.abc import Callable
from importlib.metadata import version

import click
from msgspec import Struct


class Check(Struct, frozen=True):
    """name: what is looked at. probe: says what it found, or raises. cure: what to do then."""

    name: str
    probe: Callable[[], str]
    cure: str


def _python() -> str:
    return f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def _invoicy() -> str:
    return version("invoicy")


def _terms() -> str:
    from invoicy.terms import terms

    return f"{len(terms())} terms"


def _xml() -> str:
    from lxml.etree import LIBXML_VERSION

    from invoicy.api import read

    if not read(b"<a/>").findings:
        raise RuntimeError("an XML that is no invoice was not refused")
    return "libxml2 " + ".".join(map(str, LIBXML_VERSION))


def _pdf() -> str:
    import pypdfium2

    with pypdfium2.PdfDocument.new() as pdf:
        pdf.new_page(100, 100)
    return f"pypdfium2 {version('pypdfium2')}"


def _codes() -> str:
    from invoicy.pages.qr.codes import is_installed

    if not is_installed():
        return "not read; to read them: pip install 'invoicy[qr]'"
    import zxingcpp

    zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return f"zxing-cpp {version('zxing-cpp')}"


CHECKS: tuple[Check, ...] = (
    Check("Python", _python, "Install Python 3.11 or newer."),
    Check("invoicy", _invoicy, "Install the distribution: pip install invoicy."),
    Check("Business terms", _terms, "The installation is damaged: pip install --force-reinstall invoicy."),
    Check("E-invoice XML", _xml, "Reinstall lxml: pip install --force-reinstall lxml."),
    Check("PDF", _pdf, "Reinstall pypdfium2: pip install --force-reinstall pypdfium2."),
    Check("QR codes", _codes, "Reinstall zxing-cpp: pip install --force-reinstall zxing-cpp."),
)


@click.command()
def doctor() -> None:
    """Look at this installation and say what works. Exit code 1 when something does not."""
    if not examine(CHECKS):
        sys.exit(1)


def examine(checks: tuple[Check, ...]) -> bool:
    """Tells what each check found; True when all is well."""
    return [_tell(check) for check in checks].count(False) == 0


def _tell(check: Check) -> bool:
    try:
        found = check.probe()
    except Exception as error:  # noqa: BLE001  whatever a damaged installation raises is the diagnosis
        click.echo(f"{click.style('✗', fg='red')} {check.name:<16} {error}\n  {check.cure}")
        return False
    click.echo(f"{click.style('✓', fg='green')} {check.name:<16} {found}")
    return True
