"""Report the kinds of evidence that reading the samples and the corpus notes, but that have no weight."""

import json
from pathlib import Path
from types import FrameType

from bench.corpus import corpus_folder
from bench.house.probes.calls import code_of, watched
from invoicy import read

_FIELDS = ("parties", "references", "dates")


def main() -> None:
    import invoicy

    weights = {name: _kinds_of(Path(invoicy.__path__[0]) / "data" / f"{name}.json") for name in _FIELDS}
    noted: dict[str, set[str]] = {name: set() for name in _FIELDS}

    def note(frame: FrameType) -> None:
        features, given = (frame.f_locals[name] for name in frame.f_code.co_varnames[:2])
        field = max(_FIELDS, key=lambda name: len(weights[name] & {str(kind) for kind in given}))
        noted[field] |= {str(kind) for candidate in features for kind in candidate}

    documents = _documents()
    with watched(dict.fromkeys(code_of("chances"), note)):
        for document in documents:
            read(document, printed=True)
    without = {name: sorted(kinds - weights[name]) for name, kinds in noted.items()}
    print(json.dumps({"without_weight": without, "invoices": len(documents)}))


def _kinds_of(path: Path) -> set[str]:
    """Kinds of evidence with a weight for any of the terms."""
    return {kind for weights in json.loads(path.read_text(encoding="utf-8")).values() for kind in weights}


def _documents() -> list[Path]:
    folders = (Path("samples/documents"), corpus_folder() / "pages" / "pdf", corpus_folder() / "world" / "files")
    return sorted(path for folder in folders for path in folder.glob("*.pdf"))


if __name__ == "__main__":
    main()
