"""msgspec's decoding, one thread at a time: two threads that are the first to look at a type end the process."""

from threading import Lock
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_one_at_a_time = Lock()


def convert(data: Any, kind: type[T], *, strict: bool = True) -> T:
    """Like msgspec.convert, whose first look at a type is not safe for threads (0.22)."""
    with _one_at_a_time:
        return msgspec.convert(data, kind, strict=strict)


def decode_json(text: str | bytes, kind: type[T]) -> T:
    """Like msgspec.json.decode. Raises msgspec.DecodeError for what is no such value."""
    with _one_at_a_time:
        return msgspec.json.decode(text, type=kind)
