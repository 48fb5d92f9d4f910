"""The import contracts: each of these breaks of the house is caught, by the contract that is meant to catch it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ROOT

BREAKS = {
    "PDFium in the layout": (
        "shared/invoicy/pages/layout/rows.py",
        "import pypdfium2",
        "Only one room knows PDFium",
    ),
    "geometry in a parser": (
        "shared/invoicy/pages/parsers/dates.py",
        "from invoicy.pages.layout import rows",
        "A page is read bottom up",
    ),
    "parties in dates": (
        "shared/invoicy/pages/fields/dates/choice.py",
        "from invoicy.pages.fields.parties import choice",
        "A field is alone",
    ),
    "a drawer of odds and ends in pages": (
        "shared/invoicy/pages/utils.py",
        '"""Odds and ends."""',
        "A page is read bottom up",
    ),
    "a payload in another": (
        "shared/invoicy/pages/barcodes/payloads/swiss.py",
        "from invoicy.pages.barcodes.payloads import epc",
        "A payload knows no other payload",
    ),
    "a drawer of odds and ends in a cloud": (
        "functions/gcp/invoicy_gcp/helpers.py",
        '"""Odds and ends."""',
        "Every cloud has the same rooms",
    ),
    "XRechnung in Peppol": (
        "shared/invoicy/rules/peppol/document.py",
        "from invoicy.rules import xrechnung",
        "A rule set builds on the rule",
    ),
    "a command in another": (
        "shared/invoicy/cli/commands/check.py",
        "from invoicy.cli.commands import read",
        "A command knows no other command",
    ),
    "the reader in a field": (
        "shared/invoicy/pages/fields/iban.py",
        "from invoicy.pages import reader",
        "A page is read bottom up",
    ),
    "a circle inside a room": (
        "shared/invoicy/pages/parsers/currencies.py",
        "from invoicy.pages.parsers import amounts",
        "No circle anywhere",
    ),
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for folder in ("shared/invoicy", "functions/aws/invoicy_aws", "functions/gcp/invoicy_gcp"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(house: Path) -> str:
    """Return what lint-imports prints about a copy of the house: nothing where all contracts are kept."""
    search = [str(house / folder) for folder in ("shared", "functions/aws", "functions/gcp")]
    command = (
        f"import sys; sys.path[:0] = {search}; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", command], cwd=house, capture_output=True, text=True, check=False, env={"COLUMNS": "200"}
    )
    return answer.stdout if answer.returncode else ""


def test_the_house_keeps_its_contracts(house: Path) -> None:
    assert broken_contracts(house) == ""


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_is_caught_by_its_contract(house: Path, name: str) -> None:
    path, line, contract = BREAKS[name]
    module = house / path
    text = module.read_text(encoding="utf-8") if module.exists() else ""
    module.write_text(f"{text}\n{line}\n", encoding="utf-8")
    broken = [row for row in broken_contracts(house).splitlines() if row.endswith("BROKEN")]
    assert [row for row in broken if row.startswith(contract)], broken
