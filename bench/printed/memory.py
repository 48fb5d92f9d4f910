"""Measure memory while one process reads many documents."""

import os
from pathlib import Path

from invoicy import read

_READINGS = 1000


def memory(paths: list[Path]) -> None:
    """Print resident memory after each quarter of 1,000 readings in one process; it is flat if nothing is kept."""
    contents = [path.read_bytes() for path in paths]
    print(f"\n== memory, {_READINGS} readings of {len(paths)} documents")
    for index in range(_READINGS):
        read(contents[index % len(contents)], printed=True)
        if (index + 1) % (_READINGS // 4) == 0:
            print(f"after {index + 1:5}: {_resident_mib():.0f} MiB")


def _resident_mib() -> float:
    """The figure in Linux's /proc."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
