"""CONTRIBUTING.md and the decisions: every file that they name is there, and every page is listed and short."""

import re
from pathlib import Path

import pytest

from tests.requirements import ROOT

DECISIONS = ROOT / "docs" / "decisions"
PAGES = (ROOT / "CONTRIBUTING.md", *sorted(DECISIONS.glob("*.md")))
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|tsv|md))`")
LIBRARY = ROOT / "shared" / "invoicy"


def paths_in(page: Path) -> list[str]:
    return [path for path in PATH.findall(page.read_text(encoding="utf-8")) if not path.startswith(".venv/")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_the_page_names_is_there(page: Path) -> None:
    named = paths_in(page)
    assert [path for path in named if not any((base / path).exists() for base in (ROOT, LIBRARY))] == []


def test_the_contributors_page_names_the_files_to_open() -> None:
    assert len(paths_in(PAGES[0])) > 20


def test_the_index_lists_every_decision_by_its_number() -> None:
    linked = re.findall(r"\[(\d+)\]\((\d+)-[\w-]+\.md\)", (DECISIONS / "README.md").read_text(encoding="utf-8"))
    pages = [page for page in DECISIONS.glob("*.md") if page.name != "README.md"]
    assert sorted(linked) == sorted((page.name.split("-")[0],) * 2 for page in pages)


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.name)
def test_a_decision_fits_on_a_page_and_gives_its_reason(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 45
    assert page.name == "README.md" or ("**Decision.**" in text and "**Why.**" in text)
