"""The page docs/settings.md, made from the classes of the settings."""

from pathlib import Path

import msgspec

from invoicy.local import LocalSettings
from invoicy.settings import PREFIX, Settings, meaning_of
from invoicy_aws.settings import AwsSettings
from invoicy_gcp.settings import GcpSettings

_HEAD = """# Settings

Invoicy reads its settings from environment variables. A command-line option overrides its variable, and an empty
variable counts as not set. If settings are missing or invalid, a command names all of them in one message and ends
with exit code 2. `make docs` writes this page from the classes of the settings and from `docs/variables.tsv`.
"""
_PLACES: tuple[tuple[str, type[Settings]], ...] = (
    ("Everywhere", Settings),
    ("On one machine, for every command", LocalSettings),
    ("On AWS Lambda", AwsSettings),
    ("On Google Cloud Run", GcpSettings),
)
_TABLE = "| variable | meaning | default |\n| --- | --- | --- |\n"


def page() -> str:
    """Return the page: a table of the settings that apply everywhere, then a table for each place of use."""
    settings = "".join(f"\n## {title}\n\n{_TABLE}{_rows(kind)}" for title, kind in _PLACES)
    return f"{_HEAD}{settings}\n## Other variables that the program reads\n\n{_TABLE}{_other_rows()}"


def _other_rows() -> str:
    rows = (Path(__file__).parent / "variables.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return "".join("| `{}` | {} | {} |\n".format(*row.split("\t")) for row in rows)


def _rows(kind: type[Settings]) -> str:
    common = {field.name for field in msgspec.structs.fields(Settings)} if kind is not Settings else set()
    fields = [field for field in msgspec.structs.fields(kind) if field.name not in common]
    return "".join(
        f"| `{PREFIX}{field.name.upper()}` | {meaning_of(kind, field.name)} | {_absent(field)} |\n" for field in fields
    )


def _absent(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "required"
    return "" if field.default in {None, msgspec.NODEFAULT} else f"`{field.default}`"
