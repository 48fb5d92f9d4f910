"""invoicy rules: the list in a pager, as wide as the terminal."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from invoicy.cli import invoicy
from invoicy.rules import catalogue
from tests.cli.pseudo_terminal import on_terminal


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_pager_gets_the_table_and_the_terminal_nothing_else(tmp_path: Path, columns: int) -> None:
    paged, pager = tmp_path / "paged", tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ncat > {paged}\n")
    pager.chmod(0o755)
    code, screen = on_terminal("rules", columns=columns, environment={"PAGER": str(pager)})
    assert (code, screen.strip()) == (0, "")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", paged.read_text()).splitlines()
    assert max(map(len, lines)) <= columns
    introduction, rows = lines[: lines.index("")], lines[lines.index("") + 2 :]
    assert re.match(r"[\d,]+ rules: \d+ about the content of an invoice, [\d,]+ about its", " ".join(introduction))
    ids = [row.split()[0] for row in rows if row and not row.startswith(" ")]
    assert ids == [entry.id for entry in catalogue.entries()]


def test_checks_while_reading_are_not_rules_about_xml() -> None:
    result = CliRunner().invoke(invoicy, ["rules", "BT-1"])
    checks = sum(line.startswith("INVOICY-") for line in result.stdout.splitlines())
    assert result.stderr.endswith(f", {checks} about reading a document.\n")
    assert "XML" not in result.stderr


def test_the_line_about_the_list_counts_what_is_listed() -> None:
    result = CliRunner().invoke(invoicy, ["rules", "--profile", "peppol"])
    total = len(result.stdout.splitlines())
    content = sum(catalogue.is_about_content(line.split("\t")[0]) for line in result.stdout.splitlines())
    assert 0 < content < total
    assert result.stderr == (
        f"{total:,} rules: {content:,} about the content of an invoice, {total - content:,} about its XML.\n"
    )
