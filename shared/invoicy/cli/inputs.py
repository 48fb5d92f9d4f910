"""From the paths of a command line to the files they mean."""

from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path


def files_of(paths: Iterable[str]) -> Iterator[Path]:
    """Every file once, in the order given; folders are walked in name order, hidden files left out.

    A path where nothing is comes out as it is: reading it says so, and the rest is read.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _files_at(path):
            if file not in seen:
                seen.add(file)
                yield file


def _files_at(path: str) -> Iterator[Path]:
    if has_magic(path) and not Path(path).exists():
        anchor = Path(path).anchor
        for found in sorted(Path(anchor).glob(path.removeprefix(anchor))):
            yield from _walk(found)
        return
    yield from _walk(Path(path))


def _walk(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for child in sorted(path.iterdir()):
        if not child.name.startswith("."):
            yield from _walk(child)
