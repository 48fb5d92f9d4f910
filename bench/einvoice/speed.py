"""Milliseconds from bytes to a model, beside peers."""

import statistics
import time
from pathlib import Path

from bench.einvoice.peers import Parse, peers
from invoicy import read
from invoicy.formats.registry import read_xml

ROUNDS = 300


def print_speed(folder: Path) -> None:
    programs: dict[str, Parse] = {"invoicy": read_xml, **peers(), "and checked": read}
    print(f"Bytes to model, warm, median of {ROUNDS}, the programs taking turns\n")
    print(f"  {'':<26}{'bytes':>7}" + "".join(f"{name:>13}" for name in programs) + f"{'ratio':>8}")
    for label, name in (("UBL", "01.02a-INVOICE_ubl.xml"), ("CII", "01.02a-INVOICE_uncefact.xml")):
        data = (folder / "xrechnung" / name).read_bytes()
        medians = _take_turns(programs, data)
        fastest = min(medians[peer] for peer in peers())
        times = "".join(f"{value * 1e3:>13.2f}" for value in medians.values())
        print(f"  {label + ' ' + name:<26.26}{len(data):>7}{times}{medians['invoicy'] / fastest:>8.2f}")
    print(
        "  in ms; ratio: invoicy to the faster peer; and checked: the whole of invoicy.read(bytes), all rules applied\n"
    )


def _take_turns(programs: dict[str, Parse], data: bytes) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            started = time.perf_counter()
            program(data)
            times[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in times.items()}
