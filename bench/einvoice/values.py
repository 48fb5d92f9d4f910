"""Leaf values of the valid examples: text and attributes of the source that come back in the reading."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree

from bench.einvoice.leaves import Share, leaves_of, share
from bench.einvoice.peers import Parse, peers
from invoicy import Reading, read

EXAMPLES = ("examples-ubl", "examples-cii", "peppol-examples", "xrechnung")


def print_values(folder: Path) -> None:
    """Print the values of each set of examples that are in the model, unmapped or lost; those of peers below."""
    print("Leaf values of the valid examples: text and attributes of the source, found again in the result\n")
    print(f"  {'':<18}{'files':>6}{'leaves':>8}{'qualify':>9}{'in model':>10}{'or unmapped':>13}{'lost':>6}")
    total = Share()
    for name in EXAMPLES:
        files = [file for file in examples(folder) if file.parent.name == name]
        part = sum((invoicy_share(file) for file in files), Share())
        _print_share(name, len(files), part)
        total += part
    _print_share("all", len(list(examples(folder))), total)
    for leaf in total.lost:
        print(f"  lost: {leaf.path} = {leaf.value[:60]}")
    for peer, parse in peers().items():
        part = sum((_peer_share(file, parse) for file in examples(folder)), Share())
        _print_share(peer, len(list(examples(folder))), part)
    print()


def examples(folder: Path) -> Iterator[Path]:
    for name in EXAMPLES:
        yield from sorted(path for path in (folder / name).iterdir() if path.suffix.lower() == ".xml")


def invoicy_share(file: Path) -> Share:
    reading = read(file)
    unmapped = [leaf.value for invoice in reading.invoices for leaf in invoice.unmapped]
    return share(leaves_of(etree.parse(file).getroot()), _content(reading), unmapped)


def _content(reading: Reading) -> Any:
    return [msgspec.to_builtins(invoice.invoice) for invoice in reading.invoices]


def _peer_share(file: Path, parse: Parse) -> Share:
    leaves = list(leaves_of(etree.parse(file).getroot()))
    try:
        return share(leaves, parse(file.read_bytes()), ())
    except Exception:  # noqa: BLE001  a file that a peer cannot read is a file whose values it loses
        return share(leaves, {}, ())


def _print_share(name: str, files: int, part: Share) -> None:
    stated = part.leaves - part.qualifiers
    print(
        f"  {name:<18}{files:>6}{part.leaves:>8}{part.qualifiers:>9}{part.in_model / stated:>10.2%}"
        f"{(part.in_model + part.unmapped) / stated:>13.2%}{len(part.lost):>6}"
    )
