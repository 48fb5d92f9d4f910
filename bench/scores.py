"""The scoring program of the corpus, loaded from its folder."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from bench.corpus import corpus


class Scores:
    """score.py of the corpus, with types for the three calls that are used here."""

    def __init__(self, module: Any) -> None:
        self._module = module

    def score(self, truths: dict[str, Any], records: dict[str, Any]) -> dict[str, Any]:
        result: dict[str, Any] = self._module.score(truths, records)
        return result

    def table(self, result: dict[str, Any]) -> str:
        return str(self._module.table(result))

    def field(self, name: str, truth: dict[str, Any], record: dict[str, Any]) -> Any:
        """Counts tp, fp and fn of one field; None where it is not scored."""
        return self._module.score_field(name, truth, record)


def load_scores() -> Scores:
    spec = spec_from_file_location("corpus_score", corpus("score.py"))
    if spec is None or spec.loader is None:
        raise SystemExit(f"There is no score.py in {corpus()}; set INVOICY_CORPUS.")
    module = module_from_spec(spec)
    sys.modules["corpus_score"] = module
    spec.loader.exec_module(module)
    return Scores(module)
