"""The registry of benches: a new bench is a folder and an entry here."""

from typing import Final

from msgspec import Struct


class Bench(Struct, frozen=True):
    """A bench.

    name: the words typed to start it; the first is its folder. needs: beside the developers' tools; empty for nothing.
    command: module and click command, imported when the bench is started.
    """

    topic: str
    name: str
    sentence: str
    needs: str
    command: str


_READING, _DOCUMENTS = "Reading and checking", "Invoices with their truth"
_FITTING, _IMAGES, _PROJECT = "Fitting to labelled invoices", "Images and functions", "The project"
_CORPUS = "the corpus (docs/corpus.md)"
_ENGINE = "Docker and docker-registry"

BENCHES: Final = (
    Bench(
        _READING,
        "einvoice",
        "E-invoices: values lost, UBL beside CII, hybrid PDFs, speed beside peers, memory.",
        _CORPUS,
        "bench.einvoice.command:einvoice",
    ),
    Bench(
        _READING,
        "printed",
        "Printed invoices: right values by field and family, confidence, speed beside peers, memory.",
        _CORPUS,
        "bench.printed.command:printed",
    ),
    Bench(
        _READING,
        "rules",
        "Rules beside the official rule sets: unit tests, mutants, speed, start.",
        _CORPUS,
        "bench.rules.command:rules",
    ),
    Bench(
        _DOCUMENTS,
        "synthetic",
        "Write random invoices in twenty languages.",
        "",
        "bench.synthetic.command:synthetic",
    ),
    Bench(
        _DOCUMENTS,
        "gallery",
        "Typeset the invoices made by hand, each with its own layout.",
        "Chromium",
        "bench.gallery.command:gallery",
    ),
    Bench(
        _FITTING,
        "fit parties",
        "Fit data/weights/parties.json: the weights of the evidence for seller and buyer.",
        _CORPUS,
        "bench.fit.command:parties",
    ),
    Bench(
        _FITTING,
        "fit references",
        "Fit data/weights/references.json: the weights of the evidence for invoice number and order.",
        _CORPUS,
        "bench.fit.command:references",
    ),
    Bench(
        _FITTING,
        "fit dates",
        "Fit data/weights/dates.json: the weights of the evidence for issue date and due date.",
        _CORPUS,
        "bench.fit.command:dates",
    ),
    Bench(
        _FITTING,
        "fit totals",
        "Vary each weight of data/weights/totals.tsv, and fit it: the evidence for net, VAT, gross and due.",
        _CORPUS,
        "bench.fit.command:totals",
    ),
    Bench(
        _FITTING,
        "fit confidence",
        "Fit data/weights/confidence.json: the curves from score to confidence. Run it last.",
        _CORPUS,
        "bench.fit.command:confidence",
    ),
    Bench(
        _IMAGES,
        "images delta",
        "Bytes that a pull fetches after a change, by layer, beside other ways to build.",
        _ENGINE,
        "bench.images.delta:delta",
    ),
    Bench(
        _IMAGES,
        "images diff",
        "Layers of an image that a pull fetches after another image, as Markdown.",
        "Docker",
        "bench.images.diff:diff",
    ),
    Bench(
        _IMAGES,
        "images coldstart",
        "Time from start to the first reading on Lambda, beside a hello-world.",
        "Docker",
        "bench.images.coldstart:coldstart",
    ),
    Bench(
        _PROJECT,
        "first_hour",
        "Measures of a newcomer's first hour, beside those of 0.1.0.",
        "the inputs of its review (INVOICY_FAULTS)",
        "bench.first_hour.command:first_hour",
    ),
    Bench(
        _PROJECT,
        "house",
        "Measures of the architecture and its words, for two source trees side by side.",
        "git",
        "bench.house.command:house",
    ),
)
