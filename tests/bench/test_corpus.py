"""A bench without a corpus explains how to get one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ROOT


@pytest.mark.parametrize("bench", ["einvoice", "printed", "rules"])
def test_a_missing_corpus_is_said_in_a_sentence_with_the_page_that_helps(bench: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bench", bench],
        cwd=ROOT,
        env=os.environ | {"INVOICY_CORPUS": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"There is no corpus at {tmp_path / 'none'}")
    assert "docs/corpus.md" in ended.stderr
    assert (ROOT / "docs" / "corpus.md").is_file()
