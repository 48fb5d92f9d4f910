"""The images, as their own tests have them."""

from tests.images.conftest import images

__all__ = ["images"]
