"""The tables, word lists and fitted weights that the library reads: every file of this folder is read here.

A table (.tsv) has the names of its columns in the first line. A list (.txt) has an entry on each line.
"""

import sys
from os import listdir
from typing import Any, TypeVar

from msgspec import Struct, convert
from msgspec.json import decode

T = TypeVar("T")


class Numbers(Struct, frozen=True, forbid_unknown_fields=True):
    """Named numbers of a table; a name without a field is an error."""


def content(name: str) -> bytes:
    """Return the bytes of a file. name: its path in this folder. Raises FileNotFoundError."""
    loader: Any = sys.modules[__name__].__loader__  # importlib.resources and pathlib take 5 ms and more to import
    data: bytes = loader.get_data(f"{__path__[0]}/{name}")
    return data


def lines(name: str) -> list[str]:
    """Return the entries of a list; empty lines are left out."""
    return [line for line in content(name).decode().splitlines() if line]


def rows(name: str) -> list[list[str]]:
    """Return the cells of each row of a table, without its head."""
    return [line.split("\t") for line in lines(name)[1:]]


def json(name: str, shape: type[T]) -> T:
    """Return a JSON file as a value of the shape. Raises msgspec.ValidationError."""
    return decode(content(name), type=shape)


def numbers(name: str, shape: type[T]) -> T:
    """Return a table of numbers (name, value, reason) as a Struct with a field for each name.

    A name with a dot is of a group: "labels.alone" fills the field "alone" of the Struct in the field "labels".
    Raises msgspec.ValidationError if the names and the fields differ.
    """
    groups: dict[str, dict[str, str]] = {}
    for key, value, _ in rows(name):
        group, _, field = key.rpartition(".")
        groups.setdefault(group, {})[field] = value
    return convert({**groups.pop("", {}), **groups}, type=shape, strict=False)


def names(folder: str) -> list[str]:
    """Return the names of the files in a folder, sorted."""
    return sorted(listdir(f"{__path__[0]}/{folder}"))  # noqa: PTH208  as above
