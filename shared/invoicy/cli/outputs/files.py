"""The file for each result: no name is used twice, none belongs to another document, none is half-written."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

import msgspec
from msgspec import Struct

from invoicy.cli.inputs.documents import STANDARD_INPUT, Input
from invoicy.cli.outputs.attribution import json_path

_MAX_NAME_BYTES = 235  # file systems take 255; the file that is written first has a longer name
_HASH_LETTERS = 8


class _Origin(Struct, frozen=True):
    """The document of a result, as the result names it."""

    path: str = ""
    id: str = ""


def names_of(inputs: Sequence[Input], folder: Path) -> list[str]:
    """The file names of the results, in the order of the documents.

    The name is the document's stem; where stems are shared its full name; where these are shared its path.

    A document keeps the name of the result that it has in the folder from an earlier run. A name that belongs to the
    result of another document, or to any other file, is left alone: the next distinct one is taken.
    """
    stems = Counter(_file_name(each).stem for each in inputs)
    names = Counter(_file_name(each).name for each in inputs)
    there = {file.name for file in folder.iterdir()}
    chosen: dict[str, None] = {}
    for each in inputs:
        own = (name for name in _candidates(each) if name in there and _is_of(folder / name, each))
        free = (name for name in chain(_candidates(each, stems, names), _numbered(each)) if name not in there)
        chosen[next(name for name in chain(own, free) if name not in chosen)] = None
    return list(chosen)


def path_of(each: Input) -> str:
    """The path by which a later run knows the document of a result, whatever folder it starts from."""
    return STANDARD_INPUT if each.content is not None else json_path(os.path.realpath(each.path))


def write_whole(path: Path, text: str) -> None:
    """Write by way of a neighbour, so that a reader never sees half a file; a failure leaves nothing behind.

    Two runs may write into one folder: each has a neighbour of its own.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise


def _file_name(each: Input) -> Path:
    return Path(each.name or each.path.name)


def _candidates(each: Input, stems: Counter[str] | None = None, names: Counter[str] | None = None) -> list[str]:
    """Names for the result, best first; without counts all that it may have had in any run."""
    file = _file_name(each)
    candidates = []
    if stems is None or stems[file.stem] == 1:
        candidates.append(file.stem)
    if names is None or names[file.name] == 1:
        candidates.append(file.name)
    candidates.append("__".join(part for part in each.path.parts if part not in {"/", "..", "."}))
    candidates.append(f"{file.name}-{_hash(each)}")
    return [_fitting(candidate, each) for candidate in candidates]


def _numbered(each: Input) -> Iterator[str]:
    """Names for the case that files which are no results hold all others."""
    return (_fitting(f"{_file_name(each).name}-{_hash(each)}-{number}", each) for number in count(2))


def _fitting(name: str, each: Input) -> str:
    """The name with its ending, cut and made distinct where it is longer than a file system takes."""
    encoded = os.fsencode(name)
    if len(encoded) + len(".json") > _MAX_NAME_BYTES:
        kept = encoded[: _MAX_NAME_BYTES - len(".json") - 1 - _HASH_LETTERS].decode("utf-8", "ignore")
        name = f"{kept}-{_hash(each)}"
    return f"{name}.json"


def _hash(each: Input) -> str:
    source = each.content if each.content is not None else os.fsencode(os.path.realpath(each.path))
    return sha256(source).hexdigest()[:_HASH_LETTERS]


def _is_of(result: Path, each: Input) -> bool:
    """True for the result of this document.

    One whose document is no longer at its path, or that has no path since an older version wrote it, is known by the
    id: a document that was moved keeps its result.
    """
    origin = _origin_of(result)
    if origin.path and each.content is None:
        if origin.path == path_of(each):
            return True
        if os.path.lexists(origin.path):
            return False
    return bool(origin.id) and origin.id == _id_of(each)


def _origin_of(result: Path) -> _Origin:
    with suppress(OSError, msgspec.DecodeError, UnicodeError):
        origin = msgspec.json.decode(result.read_bytes(), type=_Origin | list[_Origin])
        return origin if isinstance(origin, _Origin) else next(iter(origin), _Origin())
    return _Origin()


def _id_of(each: Input) -> str:
    with suppress(OSError):
        return sha256(each.path.read_bytes() if each.content is None else each.content).hexdigest()
    return ""
