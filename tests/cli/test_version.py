"""invoicy --version."""

from importlib.metadata import version

import pytest
from click.testing import CliRunner

from invoicy.cli import invoicy


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"INVOICY_VERSION": "1.2.0", "INVOICY_REVISION": "1a2b3c"}, "invoicy 1.2.0 (1a2b3c)"),
        ({"INVOICY_VERSION": "1.2.0", "INVOICY_REVISION": ""}, "invoicy 1.2.0"),
        ({"INVOICY_VERSION": "", "INVOICY_REVISION": ""}, f"invoicy {version('invoicy')}"),
    ],
)
def test_the_environment_overrides_the_distribution(environment: dict[str, str], expected: str) -> None:
    result = CliRunner().invoke(invoicy, ["--version"], env=environment)
    assert result.exit_code == 0
    assert result.stdout == f"{expected}\n"
