"""Milliseconds of a check, warm, beside peers."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bench.corpus import corpus
from bench.rules.judge import judges
from invoicy.documents.document import Document
from invoicy.extraction import read_document
from invoicy.formats.registry import read_xml
from invoicy.model.profiles import Profile
from invoicy.rules import check


def print_speed() -> None:
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
    on_invoice = _median(lambda: check(invoice, Profile.EN16931, syntax=syntax, facts=facts, plausible=False))
    about_syntax = _median(lambda: source.rules("en16931"))
    print(f"            invoicy, rules on the invoice            {on_invoice:8.2f}")
    print(f"            invoicy, rules about the syntax          {about_syntax:8.2f}")
    print(f"            invoicy, both: EN 16931 in full          {on_invoice + about_syntax:8.2f}")
    document = Document.of(content)
    whole = _median(lambda: read_document(document, "en16931"))
    print(f"            invoicy, from bytes to checked reading   {whole:8.2f}")
    with judges(("en16931", extract.syntax)) as official:
        (judge,) = official.values()
        print(f"            saxonche, compiled once, from bytes      {_median(lambda: judge.fired(content), 20):8.2f}")
    from einvoice import validate  # the peer, only here

    peer = _median(lambda: validate.validate_file(str(path)), 50)
    print(f"            verifyhash-einvoice, from the file       {peer:8.2f}")


def _median(call: Callable[[], object], repetitions: int = 200) -> float:
    call()
    times: list[float] = []
    for _ in range(repetitions):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000
