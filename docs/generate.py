"""Write the pages of docs/ that are made from the code: terms, rules, schemas, settings, commands."""

import sys
from pathlib import Path

from docs import command_line
from docs.rules_page import rules_page
from docs.settings import page
from invoicy.model.terms import Term, terms
from invoicy.readings.schema import event_schema, reading_schema

DOCS = Path(__file__).parent
_EXTENSIONS = {
    "": "EN 16931-1",
    "xrechnung-extension": "XRechnung extension",
    "facturx-extended": "Factur-X EXTENDED",
    "ubl": "required by UBL",
    "cii": "required by CII",
}
_HEAD = """# Business terms

The terms of EN 16931-1, of the XRechnung extension and of the Factur-X EXTENDED profile that Invoicy's model has
fields for, with their paths in UBL and CII. `make docs` writes this page from `shared/invoicy/data/terms.tsv`, which
also drives the readers. `shared/invoicy/formats/binding.py` explains the notation of the paths.

| term | name | field | type | | from | UBL | CII |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""


def generated() -> dict[str, str]:
    """Return the text of each generated file by its name in docs/."""
    return {
        "terms.md": _HEAD + "".join(map(_row, terms())),
        "rules.md": rules_page(),
        "reading.schema.json": reading_schema() + "\n",
        "reading-stored.schema.json": event_schema() + "\n",
        "settings.md": page(),
        "cli.md": command_line.page(),
    }


def _row(term: Term) -> str:
    paths = (f"`{path.replace('|', '` or `')}`" if path not in {"", "-"} else "" for path in (term.ubl, term.cii))
    cells = (term.term, term.name, f"`{term.field}`", term.type, term.cardinality, _EXTENSIONS[term.extension], *paths)
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    for name, text in generated().items():
        (DOCS / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")


if __name__ == "__main__":
    main()
