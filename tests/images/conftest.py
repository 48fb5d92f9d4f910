"""The images, built once for each test process; the engine's cache makes the second time short."""

from collections.abc import Iterator

import pytest

from tests.images.engine import baked


@pytest.fixture(scope="session")
def images() -> Iterator[dict[str, str]]:
    """References of base, lambda and cloudrun."""
    with baked() as built:
        yield built
