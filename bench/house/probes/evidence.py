"""Report the kinds of evidence without a weight: those that a field lists, and those noted while documents are read."""

import json
from pathlib import Path
from types import FrameType

import invoicy
from bench.corpus import corpus_folder
from bench.house.probes.calls import code_of, functions, watched

_FIELDS = ("parties", "references", "dates")


def main() -> None:
    weights = {name: _weighted(_file_of(name)) for name in _FIELDS}
    known = {name: _declared(name) for name in _FIELDS}

    def note(frame: FrameType) -> None:
        evidence, weights_of_field = (frame.f_locals[name] for name in frame.f_code.co_varnames[:2])
        field = max(_FIELDS, key=lambda name: len(weights[name].intersection(map(str, weights_of_field))))
        # other fields may be chosen by weights of other files
        if weights[field].intersection(map(str, weights_of_field)):
            known[field].update(str(kind) for candidate in evidence for kind in candidate)

    documents = _documents()
    with watched(dict.fromkeys(code_of("chances"), note)):
        for document in documents:
            invoicy.read(document, printed=True)
    without = {name: sorted(kinds - weights[name]) for name, kinds in known.items()}
    print(json.dumps({"without_weight": without, "invoices": len(documents)}))


def _declared(field: str) -> set[str]:
    """The kinds of evidence that a field lists, if it has such a list."""
    return {str(kind) for function in functions("kinds") if field in function.__module__ for kind in function()}


def _file_of(field: str) -> Path:
    """Return the file of a field's weights; older trees have it directly in data."""
    data = Path(invoicy.__path__[0]) / "data"
    return next(path for path in (data / "weights" / f"{field}.json", data / f"{field}.json") if path.exists())


def _weighted(path: Path) -> set[str]:
    """Kinds of evidence with a weight for any term of a file."""
    return {kind for weights in json.loads(path.read_text(encoding="utf-8")).values() for kind in weights}


def _documents() -> list[Path]:
    folders = (Path("samples/documents"), corpus_folder() / "pages" / "pdf", corpus_folder() / "world" / "files")
    return sorted(path for folder in folders for path in folder.glob("*.pdf"))


if __name__ == "__main__":
    main()
