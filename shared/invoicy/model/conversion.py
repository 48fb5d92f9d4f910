"""msgspec's decoding for one thread at a time: two threads that first inspect a type together crash the process."""

from threading import Lock
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_one_at_a_time = Lock()


def convert(data: Any, kind: type[T], *, strict: bool = True) -> T:
    """Convert like msgspec.convert, which is not thread-safe when it first inspects a type (0.22)."""
    with _one_at_a_time:
        return msgspec.convert(data, kind, strict=strict)


def decode_json(text: str | bytes, kind: type[T]) -> T:
    """Decode like msgspec.json.decode. Raises msgspec.DecodeError for other JSON."""
    with _one_at_a_time:
        return msgspec.json.decode(text, type=kind)
