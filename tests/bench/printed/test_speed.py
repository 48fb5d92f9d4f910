"""The comparisons of bench/speed.py."""

from pathlib import Path

import pytest
from bench.printed.speed import invoice2data, speed

from tests.requirements import SAMPLES


def test_every_program_reads_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    speed([SAMPLES / "printed-german.pdf"])
    printed = capsys.readouterr().out
    assert all(
        name in printed for name in ("invoicy", "PDFium, a box for every character", "invoice2data, PDFium alone")
    )


def test_the_peer_reads_a_document_again_at_every_call(tmp_path: Path) -> None:
    """It keeps texts by path; a store of texts is not what is compared."""
    from invoice2data.input import _cached_to_text

    document = tmp_path / "page.pdf"
    document.write_bytes((SAMPLES / "printed-german.pdf").read_bytes())
    peer = invoice2data()["invoice2data, PDFium alone"]
    for _ in range(2):
        peer(document)
        assert _cached_to_text.cache_info().hits == 0
