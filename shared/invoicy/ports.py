"""Ports: the calls that the pipeline makes to the outside. An adapter has these methods and needs no base class.

tests/contracts runs the promises below on every adapter. A fault that may pass (throttled, slow, reset, out of space)
is raised as a TemporaryFaultError, a wrong name or permission as an AccessRefusedError. No other error is raised.
"""

from typing import Protocol

from invoicy.readings.events import CloudEvent


class DocumentStore(Protocol):
    """Objects under keys. A key is a path of segments separated by `/`. An object never changes."""

    def create(self, key: str, content: bytes) -> bool:
        """Write the object if the key is free; return True if this call wrote it.

        One of several simultaneous writers wins. A reader sees all of the bytes or none, even when the writer is
        killed.
        """
        ...

    def get(self, key: str) -> bytes | None:
        """Return the bytes under the key, None if there is no object."""
        ...

    def keys(self, folder: str) -> tuple[str, ...]:
        """Return the keys that start with the folder and a `/`, at any depth, sorted."""
        ...

    def probe(self) -> None:
        """Raise the error that create would raise now. Leaves at most one object behind, however often it is called."""
        ...


class EventPublisher(Protocol):
    """Sends an event about each stored reading to the subscribers."""

    def publish(self, event: CloudEvent) -> None:
        """Publish the event. When this returns, the service has accepted it. A repeat has the same id."""
        ...
