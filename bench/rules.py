"""The rules beside the official judges: unit tests, mutants, speed, start and memory."""

import argparse
import os
import statistics
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpus import corpus
from bench.differential import Tally, compare, documents
from bench.judge import judges, stylesheet
from bench.transposition import as_cii, as_credit_notes
from bench.unit_tests import expectations
from invoicy.documents.document import Document
from invoicy.extraction import read_document
from invoicy.formats import read_xml
from invoicy.model.profiles import Profile
from invoicy.rules import check
from invoicy.rules.checking import checked_extract

_SETS = {f"{profile}-{syntax}": (profile, syntax) for profile in ("en16931", "xrechnung") for syntax in ("ubl", "cii")}
_UNIT_TESTS = (("en16931-unit-ubl", Profile.EN16931), ("peppol-unit-ubl", Profile.PEPPOL))
_START = """
import re, time
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
before = peak()
started = time.perf_counter()
{code}
took = time.perf_counter() - started
print(took * 1000, (peak() - before) / 1024)
"""
_OURS = "from invoicy import read; read({path!r}, profile='en16931')"
_CHECK_ALONE = """
import msgspec
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.rules import check
check(msgspec.json.decode(open({path!r}, 'rb').read(), type=Invoice), Profile.EN16931, plausible=False)
"""
_SAXON = """
from saxonche import PySaxonProcessor
processor = PySaxonProcessor(license=False)
executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file={stylesheet!r})
executable.transform_to_string(xdm_node=processor.parse_xml(xml_file_name={path!r}))
"""
_VERIFYHASH = "from einvoice import validate; validate.validate_file({path!r})"


def _unit_tests() -> None:
    for folder, profile in _UNIT_TESTS:
        wanted = list(expectations(corpus("einvoice", folder)))
        right = sum(_fires(each.document, each.rule, profile) == each.fires for each in wanted)
        print(f"unit tests  {folder:<18} {right}/{len(wanted)} asserts")


def _fires(content: bytes, rule: str, profile: Profile) -> bool:
    return any(f.rule == rule for reading in checked_extract(read_xml(content), profile) for f in reading.findings)


def _differential(count: int, first_seed: int, sets: Sequence[tuple[str, str]]) -> None:
    with judges(*sets) as all_judges:
        for (profile, syntax), judge in all_judges.items():
            tally = compare(judge, Profile(profile), documents(syntax, count, first_seed))
            _print_tally("mutants", f"{profile} {syntax}", tally)


def _transposed() -> None:
    """The unit tests as credit notes and as CII, which the corpus has none of."""
    with judges(*_SETS.values()) as all_judges:
        for (profile, syntax), judge in all_judges.items():
            for folder, _ in _UNIT_TESTS:
                wanted = expectations(corpus("einvoice", folder))
                anew = as_cii(wanted) if syntax == "cii" else as_credit_notes(wanted)
                found = {content: (name, number) for name, number, content in anew}
                given = ((name, number, content) for content, (name, number) in found.items())
                _print_tally("transposed", f"{profile} {syntax}", compare(judge, Profile(profile), given))


def _print_tally(what: str, name: str, tally: Tally) -> None:
    both, only_judge, only_ours = (sum(c.values()) for c in (tally.both, tally.only_judge, tally.only_ours))
    print(
        f"{what:<11} {name:<18} {tally.equal}/{tally.counted} sets of fatal rules equal"
        f" ({tally.equal / max(tally.counted, 1):.2%}), {tally.judged} judged, {tally.not_judged} not"
        f" ({tally.not_judged / max(tally.judged + tally.not_judged, 1):.1%});"
        f" precision {both / max(both + only_ours, 1):.4f}, recall {both / max(both + only_judge, 1):.4f}"
    )
    _print_by_rule(tally)
    for difference in tally.differences[:10]:
        rules = sorted(difference.only_judge | difference.only_ours)
        print(f"            {difference.source} seed {difference.seed}: {rules}")


def _print_by_rule(tally: Tally) -> None:
    apart = tally.only_judge | tally.only_ours
    alike = ", ".join(f"{rule} {times}" for rule, times in sorted(tally.both.items()) if rule not in apart)
    text = f"precision 1 and recall 1 of {len(tally.both.keys() - apart.keys())} rules, times fired: {alike}"
    print(textwrap.fill(text, 140, initial_indent=" " * 12, subsequent_indent=" " * 14, break_on_hyphens=False))
    for rule in sorted(apart):
        hits, missed, wrong = tally.both[rule], tally.only_judge[rule], tally.only_ours[rule]
        precision, recall = hits / max(hits + wrong, 1), hits / max(hits + missed, 1)
        share = f"precision {precision:.3f} recall {recall:.3f}"
        print(f"            {rule:<22} {share} ({hits} both, {missed} missed, {wrong} wrong)")


def _median(call: Callable[[], object], repetitions: int = 200) -> float:
    call()
    times: list[float] = []
    for _ in range(repetitions):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def _speed() -> None:
    for path in (
        corpus("einvoice", "examples-ubl") / "issue116.xml",
        corpus("einvoice", "examples-cii") / "CII_business_example_02.xml",
    ):
        _speed_on(path)


def _speed_on(path: Path) -> None:
    content = path.read_bytes()
    extract = read_xml(content)
    (reading,), (source,) = extract.invoices, extract.sources
    invoice = reading.invoice
    print(f"speed       {path.name}, {len(content) / 1000:.1f} kB, warm, median ms")
    syntax, facts = extract.syntax, source.facts
    ours = _median(lambda: check(invoice, Profile.EN16931, syntax=syntax, facts=facts, plausible=False))
    about_syntax = _median(lambda: source.rules("en16931"))
    print(f"            invoicy, rules on the invoice            {ours:8.2f}")
    print(f"            invoicy, rules about the syntax          {about_syntax:8.2f}")
    print(f"            invoicy, both: EN 16931 in full          {ours + about_syntax:8.2f}")
    document = Document.of(content)
    whole = _median(lambda: read_document(document, "en16931"))
    print(f"            invoicy, from bytes to checked reading   {whole:8.2f}")
    with judges(("en16931", extract.syntax)) as found:
        (judge,) = found.values()
        print(f"            saxonche, compiled once, from bytes      {_median(lambda: judge.fired(content), 20):8.2f}")
    from einvoice import validate  # the peer, only here

    peer = _median(lambda: validate.validate_file(str(path)), 50)
    print(f"            verifyhash-einvoice, from the file       {peer:8.2f}")


def _start() -> None:
    path = str(corpus("einvoice", "examples-ubl") / "issue116.xml")
    example = str(Path(__file__).parents[1] / "shared" / "invoicy" / "data" / "example.json")
    programs = {
        "invoicy, import and first check": _CHECK_ALONE.format(path=example),
        "invoicy, import and first read with check": _OURS.format(path=path),
        "saxonche, compile and first check": _SAXON.format(path=path, stylesheet=str(stylesheet("en16931", "ubl"))),
        "verifyhash-einvoice, import and first check": _VERIFYHASH.format(path=path),
    }
    print("start       over a bare interpreter, modules compiled as an installation leaves them, best of 15: ms, MB")
    with TemporaryDirectory() as bytecode:
        for name, code in programs.items():
            _run(code, bytecode)  # compiles
            took, memory = map(min, zip(*(_run(code, bytecode) for _ in range(15)), strict=True))
            print(f"            {name:<44} {took:7.0f} {memory:6.0f}")


def _run(code: str, bytecode: str) -> tuple[float, float]:
    """Milliseconds and megabytes. bytecode: folder of compiled modules; the shell may forbid to write any elsewhere."""
    program = _START.format(code=code)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    took, memory = done.stdout.split()[-2:]
    return float(took), float(memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=2000, help="of each syntax and rule set")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--only", choices=["unit", "transposed", "mutants", "speed", "start"])
    parser.add_argument("--set", choices=list(_SETS), action="append", help="mutants of this rule set alone")
    wanted = parser.parse_args()
    sets = [_SETS[name] for name in wanted.set or _SETS]
    parts: dict[str, Callable[[], None]] = {
        "unit": _unit_tests,
        "transposed": _transposed,
        "mutants": lambda: _differential(wanted.mutants, wanted.first_seed, sets),
        "speed": _speed,
        "start": _start,
    }
    for name, part in parts.items():
        if wanted.only in (None, name):
            part()


if __name__ == "__main__":
    main()
