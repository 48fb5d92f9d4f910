"""The page of settings, taken from the classes that read them."""

import msgspec

from invoicy.local import LocalSettings
from invoicy.settings import PREFIX, Settings, meaning_of
from invoicy_aws.settings import AwsSettings
from invoicy_gcp.settings import GcpSettings

_HEAD = """# Settings

Invoicy is told what it needs by environment variables. What is missing or wrong is named at once, in one message; an
empty variable counts as absent. Written by `make docs` from the classes that read them.
"""
_PLACES: tuple[tuple[str, type[Settings]], ...] = (
    ("Everywhere", Settings),
    ("On one machine (`invoicy serve`, `invoicy watch`)", LocalSettings),
    ("On AWS Lambda", AwsSettings),
    ("On Google Cloud Run", GcpSettings),
)
_TABLE = "| variable | what it says | where it is absent |\n| --- | --- | --- |\n"


def page() -> str:
    """Markdown: a table for what holds everywhere, and one for each place with what it adds."""
    return _HEAD + "".join(f"\n## {title}\n\n{_TABLE}{_rows(kind)}" for title, kind in _PLACES)


def _rows(kind: type[Settings]) -> str:
    common = {field.name for field in msgspec.structs.fields(Settings)} if kind is not Settings else set()
    fields = [field for field in msgspec.structs.fields(kind) if field.name not in common]
    return "".join(
        f"| `{PREFIX}{field.name.upper()}` | {meaning_of(kind, field.name)} | {_absent(field)} |\n" for field in fields
    )


def _absent(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "nothing starts"
    return "" if field.default in {None, msgspec.NODEFAULT} else f"`{field.default}`"
