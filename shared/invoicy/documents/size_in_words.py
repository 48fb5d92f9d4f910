"""Sizes as people read them, in units of 1,024 bytes as file managers use them."""

_UNITS = ((1024 * 1024, "MB"), (1024, "kB"))


def size_in_words(size: int) -> str:
    """Return a number of bytes in the unit that fits: 32 MB, 11.4 kB, 12 bytes."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{f'{size / unit:,.1f}'.removesuffix('.0')} {name}"
    return f"{size} bytes"
