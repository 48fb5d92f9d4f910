"""Defects of the program."""

import pytest

from invoicy.cli.process.defects import defect_sentence


def test_a_defect_is_a_sentence_that_names_the_way_to_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("INVOICY_DEBUG", raising=False)
    sentence = defect_sentence(KeyError("rate"))
    assert sentence.startswith("This is a defect in Invoicy (KeyError: 'rate'). Please report it.")
    assert "INVOICY_DEBUG=1" in sentence
    assert capsys.readouterr().err == ""


def test_the_traceback_is_printed_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INVOICY_DEBUG", "1")
    assert defect_sentence(KeyError("rate")).endswith("Please report it with the lines above.")
    assert "KeyError: 'rate'" in capsys.readouterr().err
