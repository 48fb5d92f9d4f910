"""E-invoice figures: what is lost, whether two syntaxes agree, hybrid PDFs, speed beside peers, memory."""

import re
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that `python bench/einvoice.py` finds its neighbours

from bench.corpus import ROOT, corpus
from bench.leaves import Share, leaves_of, share
from invoicy import Reading, read
from invoicy.formats import read_xml

EXAMPLES = ("examples-ubl", "examples-cii", "peppol-examples", "xrechnung")
TRULY_BROKEN: frozenset[str] = frozenset()
ROUNDS = 300
KIB = 1024
FEW, MANY = 100, 4_000


def main() -> None:
    folder = corpus("einvoice")
    print_leaves(folder)
    print_pairs(folder)
    print_hybrids(folder)
    print_speed(folder)
    print_memory(folder)


def examples(folder: Path) -> Iterator[Path]:
    for name in EXAMPLES:
        yield from sorted(p for p in (folder / name).iterdir() if p.suffix.lower() == ".xml")


def content(reading: Reading) -> Any:
    return [msgspec.to_builtins(i.invoice) for i in reading.invoices]


def print_leaves(folder: Path) -> None:
    print("Leaf values of the valid examples: text and attributes of the source, found again in the result\n")
    print(f"  {'':<18}{'files':>6}{'leaves':>8}{'qualify':>9}{'in model':>10}{'or unmapped':>13}{'lost':>6}")
    total = Share()
    for name in EXAMPLES:
        files = [f for f in examples(folder) if f.parent.name == name]
        part = sum((ours(f) for f in files), Share())
        _print_share(name, len(files), part)
        total += part
    _print_share("all", len(list(examples(folder))), total)
    for leaf in total.lost:
        print(f"  lost: {leaf.path} = {leaf.value[:60]}")
    for peer, parse in peers().items():
        part = sum((theirs(f, parse) for f in examples(folder)), Share())
        _print_share(peer, len(list(examples(folder))), part)
    print()


def _print_share(name: str, files: int, part: Share) -> None:
    told = part.leaves - part.qualifiers
    print(
        f"  {name:<18}{files:>6}{part.leaves:>8}{part.qualifiers:>9}{part.in_model / told:>10.2%}"
        f"{(part.in_model + part.unmapped) / told:>13.2%}{len(part.lost):>6}"
    )


def ours(file: Path) -> Share:
    reading = read(file)
    unmapped = [u.value for i in reading.invoices for u in i.unmapped]
    return share(leaves_of(etree.parse(file).getroot()), content(reading), unmapped)


def theirs(file: Path, parse: Callable[[bytes], Any]) -> Share:
    leaves = list(leaves_of(etree.parse(file).getroot()))
    try:
        return share(leaves, parse(file.read_bytes()), ())
    except Exception:  # noqa: BLE001  a file that a peer cannot read is a file whose values it loses
        return share(leaves, {}, ())


def peers() -> dict[str, Callable[[bytes], Any]]:
    from eu_einvoice.parse import parse_bytes
    from facturx.parse_xml import parse_ubl_cii_xml

    return {
        "factur-x": lambda data: parse_ubl_cii_xml(data, check_xsd=False),
        "eu-einvoice": parse_bytes,
    }


def flat(data: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
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


def print_pairs(folder: Path) -> None:
    print("KoSIT pairs: one invoice in UBL and in CII, every leaf of the model compared\n")
    results = [pair_differences(file) for file in sorted((folder / "xrechnung").glob("*_ubl.xml"))]
    compared, excepted = sum(r[0] for r in results), sum(r[1] for r in results)
    differing = [line for r in results for line in r[2]]
    print(f"  {len(results)} pairs, {compared} leaves; {excepted} differ for a reason in bench/pair_exceptions.toml,")
    print(f"  {len(differing)} without one")
    print("".join(f"  {line}\n" for line in differing))


def pair_differences(file: Path) -> tuple[int, int, list[str]]:
    """Leaves compared, differences that are explained, and those that are not, between a UBL file and its CII twin."""
    twin = file.with_name(file.name.replace("_ubl", "_uncefact"))
    one, two = (dict(flat(msgspec.to_builtins(read(f).invoices[0].invoice))) for f in (file, twin))
    pointers = sorted(one.keys() | two.keys())
    differing = [p for p in pointers if one.get(p) != two.get(p)]
    unexplained = [f"{file.name[:6]} {p}: {one.get(p)} | {two.get(p)}" for p in differing if not _explained(file, p)]
    return len(pointers), len(differing) - len(unexplained), unexplained


@cache
def _exceptions() -> list[dict[str, str]]:
    table = tomllib.loads((ROOT / "bench" / "pair_exceptions.toml").read_text(encoding="utf-8"))
    exceptions: list[dict[str, str]] = table["exception"]
    return exceptions


def _explained(file: Path, pointer: str) -> bool:
    return any(e["file"] in {"*", file.name[:6]} and re.fullmatch(e["path"], pointer) for e in _exceptions())


def print_hybrids(folder: Path) -> None:
    files = sorted((folder / "hybrid").rglob("*.pdf"))
    readings = [read(file) for file in files]
    good = sum(bool(r.invoices) for r in readings)
    print(f"Hybrid PDFs: {good} of {len(files)} give the invoice of their XML")
    for file, reading in zip(files, readings, strict=True):
        if not reading.invoices and file.name not in TRULY_BROKEN:
            print(f"  {file.name}: {reading.findings[0].message}")
    print()


def print_speed(folder: Path) -> None:
    programs: dict[str, Callable[[bytes], Any]] = {"invoicy": read_xml, **peers(), "and checked": read}
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


def _take_turns(programs: dict[str, Callable[[bytes], Any]], data: bytes) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            started = time.perf_counter()
            program(data)
            times[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in times.items()}


def print_memory(folder: Path) -> None:
    file = folder / "xrechnung" / "01.02a-INVOICE_ubl.xml"
    bare = _peak_mib("pass")
    peak = _peak_mib(f"sys.argv = ['invoicy', 'read', {str(file)!r}]; from invoicy.cli import main; main()")
    print(f"Peak memory of `invoicy read` for one XML: {peak:.0f} MiB (a bare interpreter: {bare:.0f} MiB)")
    few, many = (_peak_of_many(file.read_bytes(), count) for count in (FEW, MANY))
    print(f"Peak memory over {FEW:,} and {MANY:,} documents in one process: {few:.0f} and {many:.0f} MiB")


def _peak_of_many(content: bytes, count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            (Path(folder) / f"{number:05}.xml").write_bytes(content)
        arguments = ["invoicy", "read", folder, "--jobs", "1", "--out", f"{folder}/out"]
        return _peak_mib(
            f"sys.argv = {arguments!r}; sys.stderr = open('/dev/null', 'w'); from invoicy.cli import main; main()"
        )


def _peak_mib(code: str) -> float:
    """VmHWM of a fresh interpreter; what a parent measures (ru_maxrss) would hold the parent's own peak, too."""
    tell = "sys.__stderr__.write(next(l for l in open('/proc/self/status') if l.startswith('VmHWM')))"
    program = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\n{tell}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return int(done.stderr.split("VmHWM:")[1].split()[0]) / KIB


if __name__ == "__main__":
    main()
