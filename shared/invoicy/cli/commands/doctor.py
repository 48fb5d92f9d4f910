"""invoicy doctor: a look at each part of this installation, with the cure for a part that does not work."""

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

_ANOTHER_PYTHON = "Install Python 3.11 or newer."
_ANOTHER_SETTING = "Change these variables of the environment; docs/settings.md lists them all."
_ANOTHER_STORE = "Set INVOICY_STORE to a folder that you may write to."


class Check(Struct, frozen=True):
    """One part of an installation.

    probe: says what it found, or raises. cure: a sentence for that case; empty where installing anew is the cure.
    extra: the extra that brings the part, by the module that is named; empty for a part that is always there.
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
    Check("Python", probes.python, _ANOTHER_PYTHON),
    Check("Invoicy", probes.invoicy),
    Check("Business terms", probes.business_terms),
    Check("E-invoice XML", probes.xml),
    Check("PDF", probes.pdf),
    Check("QR codes", probes.codes, extra="qr", module="zxingcpp"),
    Check("Drawings", probes.drawing, extra="show", module="PIL"),
    Check("HTTP", probes.http, extra="web", module="fastapi"),
    Check("Settings", probes.settings, _ANOTHER_SETTING),
    Check("Store", probes.store, _ANOTHER_STORE),
)


@click.command()
def doctor() -> None:
    """Check that every part of this installation works, and say what to do where one does not.

    Exit code 0: every part works or was left out on purpose; 1: some part does not work.
    """
    if not examine(CHECKS):
        sys.exit(FAILED)


def examine(checks: tuple[Check, ...]) -> bool:
    """Print what each check found; True when every part works or is left out."""
    return [_examine(check) for check in checks].count(False) == 0


def _examine(check: Check) -> bool:
    if check.is_left_out:
        _print("-", "yellow", check.name, f"left out. {how_to_get(check.extra)}")
        return True
    try:
        diagnosis = check.probe()
    except Exception as error:  # noqa: BLE001  whatever a damaged installation raises is the diagnosis
        reason = error.message if isinstance(error, InvoicyError) else f"{type(error).__name__}: {error}"
        _print("✗", "red", check.name, reason)
        click.echo(f"  {check.cure or how_to_repair()}")
        return False
    _print("✓", "green", check.name, diagnosis)
    return True


def _print(sign: str, color: str, name: str, text: str) -> None:
    click.echo(f"{click.style(sign, fg=color)} {name:<15} {printable(text)}")
