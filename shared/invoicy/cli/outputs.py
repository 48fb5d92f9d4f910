"""Where a result is written: one file for each document, flat, no name used twice, never half-written."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def names_of(files: Sequence[Path]) -> dict[Path, str]:
    """Each document's result: its stem; where stems are shared its full name; where names are, its path."""
    stems = Counter(file.stem for file in files)
    names = Counter(file.name for file in files)
    return {file: f"{_distinct(file, stems, names)}.json" for file in files}


def _distinct(file: Path, stems: Counter[str], names: Counter[str]) -> str:
    if stems[file.stem] == 1:
        return file.stem
    if names[file.name] == 1:
        return file.name
    return "__".join(part for part in file.parts if part not in {"/", "..", "."})


def write_whole(path: Path, text: str) -> None:
    """Write by way of a neighbour, so that a reader never sees half a file."""
    partial = path.with_name(f".{path.name}.part")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)
