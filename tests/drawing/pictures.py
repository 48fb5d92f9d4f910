"""Colours of pictures, for tests."""

from PIL.Image import Image

Pixel = float | tuple[int, ...] | None


def colours_in(image: Image) -> set[Pixel]:
    """Return the colours of all pixels."""
    return {colour for _, colour in image.getcolors(image.width * image.height) or ()}
