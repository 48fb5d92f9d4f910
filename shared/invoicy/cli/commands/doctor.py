"""invoicy doctor: checks of each part of this installation, with advice for a part that does not work."""

import sys
from collections.abc import Callable
from importlib.util import find_spec

import click
from msgspec import Struct

from invoicy.cli.installation import probes
from invoicy.cli.installation.advice import how_to_get, how_to_repair
from invoicy.cli.process.exits import FAILED
from invoicy.errors import InvoicyError
from invoicy.wording.printable import printable

_INSTALL_PYTHON = "Install Python 3.11 or newer."
_CHANGE_SETTINGS = "Change these environment variables; docs/settings.md lists all of them."
_CHANGE_STORE = "Set INVOICY_STORE to a folder that is writable."


class Check(Struct, frozen=True):
    """A part of the installation.

    probe: returns a short description of the part, or raises if the part does not work. cure: advice if it does not
    work; "" means to install invoicy again. extra: the extra that installs the part, "" if every installation has it.
    module: a module of the extra.
    """

    name: str
    probe: Callable[[], str]
    cure: str = ""
    extra: str = ""
    module: str = ""

    @property
    def is_left_out(self) -> bool:
        return bool(self.extra) and find_spec(self.module) is None


CHECKS: tuple[Check, ...] = (
    Check("Python", probes.python, _INSTALL_PYTHON),
    Check("Invoicy", probes.invoicy),
    Check("Business terms", probes.business_terms),
    Check("E-invoice XML", probes.xml),
    Check("PDF", probes.pdf),
    Check("QR codes", probes.codes, extra="qr", module="zxingcpp"),
    Check("Drawings", probes.drawing, extra="show", module="PIL"),
    Check("HTTP", probes.http, extra="web", module="fastapi"),
    Check("Settings", probes.settings, _CHANGE_SETTINGS),
    Check("Store", probes.store, _CHANGE_STORE),
)


@click.command()
def doctor() -> None:
    """Check that every part of this installation works, and print what to do if a part does not.

    Exit code 0: every part works or is an extra that is not installed; 1: a part does not work.
    """
    if not examine(CHECKS):
        sys.exit(FAILED)


def examine(checks: tuple[Check, ...]) -> bool:
    """Print the result of each check; return True if every part works or is not installed."""
    return [_examine(check) for check in checks].count(False) == 0


def _examine(check: Check) -> bool:
    if check.is_left_out:
        _print("-", "yellow", check.name, f"not installed. {how_to_get(check.extra)}")
        return True
    try:
        diagnosis = check.probe()
    except Exception as error:  # noqa: BLE001  any error of a damaged installation is a result of the check
        reason = error.message if isinstance(error, InvoicyError) else f"{type(error).__name__}: {error}"
        _print("✗", "red", check.name, reason)
        click.echo(f"  {check.cure or how_to_repair()}")
        return False
    _print("✓", "green", check.name, diagnosis)
    return True


def _print(sign: str, color: str, name: str, text: str) -> None:
    click.echo(f"{click.style(sign, fg=color)} {name:<15} {printable(text)}")
