"""The program's version and revision."""

from importlib.metadata import version as installed

import pytest

from invoicy.errors import SettingsError
from invoicy.version import revision, version


def test_the_environment_of_an_image_states_version_and_revision() -> None:
    environment = {"INVOICY_VERSION": "1.2.0rc1+g1a2b3c", "INVOICY_REVISION": "1a2b3c"}
    assert version(environment) == "1.2.0rc1+g1a2b3c"
    assert revision(environment) == "1a2b3c"


@pytest.mark.parametrize("environment", [{}, {"INVOICY_VERSION": ""}])
def test_elsewhere_it_is_the_installed_distribution(environment: dict[str, str]) -> None:
    assert version(environment) == installed("invoicy")
    assert revision(environment) == ""


@pytest.mark.parametrize(("named", "is_"), [("v1.2", "1.2"), ("1.2-rc1", "1.2rc1")])
def test_one_version_is_always_written_in_one_way(named: str, is_: str) -> None:
    assert version({"INVOICY_VERSION": named}) == is_


@pytest.mark.parametrize("named", ["latest", "1.2/../../x", "1.2 beta?"])
def test_a_text_without_an_order_is_not_a_version(named: str) -> None:
    with pytest.raises(SettingsError, match="INVOICY_VERSION"):
        version({"INVOICY_VERSION": named})
