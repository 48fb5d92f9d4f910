"""One invoice in two syntaxes: KoSIT's examples in UBL beside the same in CII."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from invoicy import read

_EXCEPTIONS = Path(__file__).parent / "pair_exceptions.toml"


def print_pairs(folder: Path) -> None:
    """Print how many leaves of the models of each pair differ, and those without a reason."""
    print("KoSIT pairs: one invoice in UBL and in CII, every leaf of the model compared\n")
    results = [pair_differences(file) for file in sorted((folder / "xrechnung").glob("*_ubl.xml"))]
    compared, excepted = sum(result[0] for result in results), sum(result[1] for result in results)
    differing = [line for result in results for line in result[2]]
    print(f"  {len(results)} pairs, {compared} leaves; {excepted} differ for a reason in pair_exceptions.toml,")
    print(f"  {len(differing)} without one")
    print("".join(f"  {line}\n" for line in differing))


def pair_differences(file: Path) -> tuple[int, int, list[str]]:
    """Leaves compared, differences that are explained, and those that are not, between a UBL file and its CII twin."""
    twin = file.with_name(file.name.replace("_ubl", "_uncefact"))
    ubl, cii = (dict(flat(msgspec.to_builtins(read(path).invoices[0].invoice))) for path in (file, twin))
    pointers = sorted(ubl.keys() | cii.keys())
    differing = [pointer for pointer in pointers if ubl.get(pointer) != cii.get(pointer)]
    unexplained = [f"{file.name[:6]} {p}: {ubl.get(p)} | {cii.get(p)}" for p in differing if not _explained(file, p)]
    return len(pointers), len(differing) - len(unexplained), unexplained


def flat(data: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """The leaves of nested data by their JSON Pointers; numbers without zeros at their end."""
    if isinstance(data, dict):
        for key, item in data.items():
            yield from flat(item, f"{pointer}/{key}")
    elif isinstance(data, list | tuple):
        for index, item in enumerate(data):
            yield from flat(item, f"{pointer}/{index}")
    else:
        yield pointer, _number(data)


def _number(value: Any) -> str:
    try:
        return str(Decimal(str(value)).normalize())
    except InvalidOperation:
        return str(value)


@cache
def _exceptions() -> list[dict[str, str]]:
    exceptions: list[dict[str, str]] = tomllib.loads(_EXCEPTIONS.read_text(encoding="utf-8"))["exception"]
    return exceptions


def _explained(file: Path, pointer: str) -> bool:
    return any(e["file"] in {"*", file.name[:6]} and re.fullmatch(e["path"], pointer) for e in _exceptions())
