"""Report the way of a document that `invoicy watch` finds in a folder."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from bench.house.probes.journey import DOCUMENT, report


class _Silent:
    """An EventPublisher that drops what it is given."""

    def publish(self, event: object) -> None:
        """Nothing to hand over."""


def _deliver(_: bytes) -> Callable[[], object]:
    from invoicy.local.store import FolderStore
    from invoicy.local.watcher import Watcher
    from invoicy.pipeline import Pipeline, reader

    inbox, store = Path(mkdtemp(prefix="invoicy-house-")), Path(mkdtemp(prefix="invoicy-house-"))
    shutil.copy(DOCUMENT, inbox)
    pipeline = Pipeline(store=FolderStore(store), publisher=_Silent(), version="1", read=reader())
    watcher = Watcher(pipeline, inbox, tenant="default")
    list(watcher.look())  # a file is delivered at the second look

    def deliver() -> None:
        list(watcher.look())
        shutil.rmtree(inbox)
        shutil.rmtree(store)

    return deliver


if __name__ == "__main__":
    report("laptop", _deliver)
