"""A store in memory."""

from threading import Lock


class MemoryStore:
    """A DocumentStore that forgets."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self._lock = Lock()

    def create(self, key: str, content: bytes) -> bool:
        with self._lock:
            return key not in self.objects and self.objects.setdefault(key, content) is content

    def get(self, key: str) -> bytes | None:
        return self.objects.get(key)

    def keys(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(key for key in self.objects if key.startswith(f"{folder}/")))

    def probe(self) -> None:
        """Writing always works."""
