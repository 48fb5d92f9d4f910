"""An index in memory."""

from packaging.version import Version

from invoicy.events import InvoiceIdentity, identities_of
from invoicy.reading import Reading


class MemoryIndex:
    """An InvoiceIndex that forgets."""

    def __init__(self) -> None:
        self.readings: dict[tuple[str, str], tuple[Version, Reading]] = {}

    def put(self, tenant: str, version: str, reading: Reading) -> None:
        known = self.readings.get((tenant, reading.id))
        if known is None or known[0] <= Version(version):
            self.readings[tenant, reading.id] = (Version(version), reading)

    def documents_with(self, tenant: str, identity: InvoiceIdentity) -> tuple[str, ...]:
        found = (
            document
            for (owner, document), (_, reading) in self.readings.items()
            if owner == tenant and identity in identities_of(reading)
        )
        return tuple(sorted(found))
