"""The names at the top of the package."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import invoicy
from invoicy import errors


@pytest.mark.parametrize("name", invoicy.__all__)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(invoicy, name)


def test_what_is_listed_is_what_is_public() -> None:
    assert dir(invoicy) == sorted(invoicy.__all__)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'invoicy' has no attribute 'raed'"):
        _ = vars(invoicy)["__getattr__"]("raed")


def test_the_version_is_that_of_the_distribution() -> None:
    assert invoicy.__version__ == version("invoicy")


def test_the_errors_are_those_of_the_library() -> None:
    assert issubclass(invoicy.DocumentNotFoundError, invoicy.InvoicyError)
    assert invoicy.TemporaryFaultError is errors.TemporaryFaultError


def test_importing_the_package_loads_none_of_its_modules() -> None:
    code = "import sys, invoicy; print(*(name for name in sys.modules if name.startswith(('invoicy.', 'msgspec'))))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == ""


def test_a_type_checker_knows_every_name_and_no_other(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    lines = [f"reveal_type(invoicy.{name})" for name in invoicy.__all__]
    program.write_text("\n".join(["import invoicy", *lines, "invoicy.raed"]))
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(program)]
    output = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path).stdout
    assert output.count("Revealed type is") == len(invoicy.__all__)
    assert 'Revealed type is "Any"' not in output
    assert output.count("error:") == 1
    assert 'Module has no attribute "raed"' in output
