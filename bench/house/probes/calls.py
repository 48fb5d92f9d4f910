"""Calls of functions that are known by name, seen while a program runs in any of its threads."""

import importlib
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

_NAMES = Path(__file__).parents[1] / "names.toml"
See = Callable[[FrameType], None]
"""Called with the frame of a call as it begins."""


def names() -> dict[str, Any]:
    return tomllib.loads(_NAMES.read_text(encoding="utf-8"))


def functions(key: str) -> list[FunctionType]:
    """The functions of a list in names.toml that this tree has."""
    return [function for name in names()[key] for function in _functions(*name.split(":"))]


def code_of(key: str) -> list[CodeType]:
    """The code of the functions of a list in names.toml. Raises SystemExit where this tree has none of them."""
    codes = [function.__code__ for function in functions(key)]
    if not codes:
        raise SystemExit(f"None of {', '.join(names()[key])} is there: add its new name to bench/house/names.toml.")
    return codes


def _functions(module: str, name: str) -> Iterator[FunctionType]:
    """The function of a module, or the method behind a property of one of its classes."""
    try:
        exists = find_spec(module) is not None
    except ModuleNotFoundError:  # a package on the way to it
        return
    target: Any = importlib.import_module(module) if exists else None
    for part in name.split("."):
        target = getattr(target, part, None)
    target = getattr(target, "func", getattr(target, "__wrapped__", target))
    if target is not None:
        yield target


@contextmanager
def watched(seen: dict[CodeType, See]) -> Iterator[None]:
    """Hand on every call of these functions, in this thread and in those that start meanwhile."""

    def profile(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in seen:
            seen[frame.f_code](frame)

    threading.setprofile(profile)
    sys.setprofile(profile)
    try:
        yield
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
