"""Commands that add an extra to an installation or repair it."""

from pathlib import Path

import pytest

from invoicy.cli.installation.advice import EXTRAS, Installation, how_to_get, how_to_repair, running
from tests.requirements import ROOT


def test_the_advice_for_a_checkout_is_its_make_target(tmp_path: Path) -> None:
    (tmp_path / "Makefile").touch()
    here = Installation(tmp_path / ".venv", str(tmp_path / "shared"))
    assert how_to_get("web", here) == f"Run `make install` in {tmp_path}."
    assert how_to_repair(here) == f"Delete {tmp_path / '.venv'} and run `make install` in {tmp_path}."


def test_a_tool_of_uv_keeps_the_extras_it_has(tmp_path: Path) -> None:
    (tmp_path / "uv-receipt.toml").touch()
    here = Installation(tmp_path, "/src/invoicy/shared", frozenset({"uv"}))
    assert how_to_get("web", here) == "Run `uv tool install --force '/src/invoicy/shared[qr,show,web]'`."


def test_the_advice_for_an_installation_by_pipx_is_pipx(tmp_path: Path) -> None:
    (tmp_path / "pipx_metadata.json").touch()
    here = Installation(tmp_path, None, frozenset({"pip"}))
    assert how_to_get("qr", here) == "Run `pipx install --force 'invoicy[qr,show,web]'`."
    assert how_to_repair(here) == "Run `pipx install --force 'invoicy[qr,show,web]'`."


def test_the_advice_for_an_environment_with_pip_is_its_own_pip(tmp_path: Path) -> None:
    here = Installation(tmp_path, "/my files/shared", frozenset({"pip", "uv"}))
    assert how_to_get("show", here) == f"Run `{tmp_path}/bin/python -m pip install '/my files/shared[show]'`."
    assert how_to_repair(here) == f"Run `{tmp_path}/bin/python -m pip install --force-reinstall '/my files/shared'`."


def test_the_advice_for_an_environment_without_pip_is_uv(tmp_path: Path) -> None:
    here = Installation(tmp_path, "git+https://example.org/invoicy#subdirectory=shared", frozenset({"uv"}))
    assert how_to_get("web", here) == (
        f"Run `uv pip install --python {tmp_path}/bin/python "
        "'invoicy[web] @ git+https://example.org/invoicy#subdirectory=shared'`."
    )


def test_without_any_installer_no_command_is_named(tmp_path: Path) -> None:
    advice = how_to_get("web", Installation(tmp_path, "/src/shared"))
    assert advice == f"Install /src/shared[web] into {tmp_path} with the tool that created it."


def test_this_checkout_knows_itself() -> None:
    assert running().origin == str(ROOT / "shared")
    assert how_to_get("web") == f"Run `make install` in {ROOT}."


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_extra_is_an_extra_of_the_distribution(extra: str) -> None:
    assert f"\n{extra} = [" in (ROOT / "shared" / "pyproject.toml").read_text(encoding="utf-8")
