"""JSON results with the path of their document. A reading itself contains no path."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from invoicy.readings.reading import Reading
from invoicy.readings.record import record_of_document

Render = Callable[[Reading], str]


def rendered_with(path: str, *, as_record: bool, in_lines: bool = False) -> Render:
    """Return a function that renders a reading, or its record, as JSON with the path.

    in_lines: True writes the records of several invoices on a line each, False as one array.
    """
    if not as_record:
        return partial(_reading, json_path(path))
    return partial(_record_lines if in_lines else _record, json_path(path))


def json_path(path: str | Path) -> str:
    r"""Return the path as text that JSON can contain: bytes that are not UTF-8 are escaped, as in r"\xfc"."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _reading(path: str, reading: Reading) -> str:
    return _with_path(path, reading.to_json())


def _record(path: str, reading: Reading) -> str:
    return _json(record_of_document(reading, path))


def _record_lines(path: str, reading: Reading) -> str:
    record = record_of_document(reading, path)
    return "\n".join(map(_json, record if isinstance(record, list) else [record]))


def _with_path(path: str, text: str) -> str:
    """Add the path to a JSON object, as its first member."""
    return f'{{"path":{_json(path)},{text.removeprefix("{")}'


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
