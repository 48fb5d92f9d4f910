"""Probes of an installation."""

from pathlib import Path

import pytest

from invoicy.cli.installation import probes
from invoicy.errors import AccessRefusedError, SettingsError


@pytest.mark.parametrize(
    ("probe", "start"),
    [
        (probes.python, "3."),
        (probes.xml, "libxml2 2."),
        (probes.pdf, "pypdfium2 "),
        (probes.codes, "zxing-cpp "),
        (probes.drawing, "pillow "),
        (probes.http, "FastAPI "),
        (probes.business_terms, "EN 16931: 164 terms; "),
    ],
)
def test_a_part_that_works_is_described(probe: object, start: str) -> None:
    assert callable(probe)
    assert str(probe()).startswith(start)


def test_settings_are_named_without_their_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_API_KEYS", "acme=secret")
    assert "INVOICY_API_KEYS" in probes.settings()
    assert "secret" not in probes.settings()


def test_an_invalid_setting_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_PROFILE", "x")
    with pytest.raises(SettingsError):
        probes.settings()


def test_a_store_below_a_file_is_raised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("INVOICY_STORE", str(tmp_path / "file" / "store"))
    with pytest.raises(AccessRefusedError):
        probes.store()
