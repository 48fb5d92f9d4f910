"""File names for results, stable from run to run, and complete files under these names."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

import msgspec
from msgspec import Struct

from invoicy.cli.inputs.streams import STANDARD_INPUT, Input
from invoicy.cli.outputs.attribution import json_path

_MAX_NAME_BYTES = 235  # file systems allow 255; the temporary file has a longer name
_HASH_LETTERS = 8


class _Origin(Struct, frozen=True):
    """The path and id of a document, as stated in its result."""

    path: str = ""
    id: str = ""


def names_of(inputs: Sequence[Input], folder: Path) -> list[str]:
    """Return a file name for the result of each input, in the same order.

    The name is the document's stem. If two documents have the same stem it is the full name, and if they have the same
    name it is made from the path. A document keeps the file name that its result has in the folder from an earlier
    run. Names of other files in the folder are not used.
    """
    stems = Counter(_file_name(document).stem for document in inputs)
    names = Counter(_file_name(document).name for document in inputs)
    existing = {file.name for file in folder.iterdir()}
    chosen: dict[str, None] = {}
    for document in inputs:
        own = (name for name in _candidates(document) if name in existing and _is_of(folder / name, document))
        candidates = chain(_candidates(document, stems, names), _numbered(document))
        free = (name for name in candidates if name not in existing)
        chosen[next(name for name in chain(own, free) if name not in chosen)] = None
    return list(chosen)


def path_of(document: Input) -> str:
    """Return the path that a result states: absolute, so that a later run from any folder recognises the document."""
    return STANDARD_INPUT if document.content is not None else json_path(os.path.realpath(document.path))


def write_whole(path: Path, text: str) -> None:
    """Write a temporary file and rename it, so that the file at path is always complete; a failure leaves no file.

    Two runs may write into one folder: the temporary name contains the process id.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise


def _file_name(document: Input) -> Path:
    return Path(document.name or document.path.name)


def _candidates(document: Input, stems: Counter[str] | None = None, names: Counter[str] | None = None) -> list[str]:
    """Return names for the result, best first. Without the counts: every name that it may have in any run."""
    file = _file_name(document)
    candidates = []
    if stems is None or stems[file.stem] == 1:
        candidates.append(file.stem)
    if names is None or names[file.name] == 1:
        candidates.append(file.name)
    candidates.append("__".join(part for part in document.path.parts if part not in {"/", "..", "."}))
    candidates.append(f"{file.name}-{_hash(document)}")
    return [_fitting(candidate, document) for candidate in candidates]


def _numbered(document: Input) -> Iterator[str]:
    """Yield numbered names, for the case that other files have all the candidates."""
    return (_fitting(f"{_file_name(document).name}-{_hash(document)}-{number}", document) for number in count(2))


def _fitting(name: str, document: Input) -> str:
    """Add .json to the name. A name too long for a file system is cut, and a hash of the document is added."""
    encoded = os.fsencode(name)
    if len(encoded) + len(".json") > _MAX_NAME_BYTES:
        kept = encoded[: _MAX_NAME_BYTES - len(".json") - 1 - _HASH_LETTERS].decode("utf-8", "ignore")
        name = f"{kept}-{_hash(document)}"
    return f"{name}.json"


def _hash(document: Input) -> str:
    source = document.content if document.content is not None else os.fsencode(os.path.realpath(document.path))
    return sha256(source).hexdigest()[:_HASH_LETTERS]


def _is_of(result: Path, document: Input) -> bool:
    """Test whether the file is the result of this document.

    Documents are compared by path. If the document was moved, or the result states no path because an older version
    wrote it, they are compared by id.
    """
    origin = _origin_of(result)
    if origin.path and document.content is None:
        if origin.path == path_of(document):
            return True
        if os.path.lexists(origin.path):
            return False
    return bool(origin.id) and origin.id == _id_of(document)


def _origin_of(result: Path) -> _Origin:
    with suppress(OSError, msgspec.DecodeError, UnicodeError):
        origin = msgspec.json.decode(result.read_bytes(), type=_Origin | list[_Origin])
        return origin if isinstance(origin, _Origin) else next(iter(origin), _Origin())
    return _Origin()


def _id_of(document: Input) -> str:
    with suppress(OSError):
        return sha256(document.path.read_bytes() if document.content is None else document.content).hexdigest()
    return ""
