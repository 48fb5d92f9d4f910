"""Sizes as people read them."""

_KILOBYTE, _MEGABYTE = 1000, 1024 * 1024


def size_in_words(size: int) -> str:
    """A number of bytes in the unit that fits: 32 MB, 100 kB, 12 bytes."""
    if size >= _MEGABYTE:
        return f"{size / _MEGABYTE:.4g} MB"
    if size >= _KILOBYTE:
        return f"{size / _KILOBYTE:.4g} kB"
    return f"{size} bytes"
