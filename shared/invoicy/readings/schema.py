"""The JSON Schemas of a reading and of the event about it. An absent value is left out."""

from collections.abc import Iterator
from functools import cache
from inspect import cleandoc
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from invoicy.model.terms import terms
from invoicy.model.types import BG, BT, Component
from invoicy.readings.events import CloudEvent
from invoicy.readings.reading import Reading
from invoicy.readings.reading_json import SCHEMA

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}
_DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"


def reading_schema() -> str:
    """Return the published schema, indented; docs/reading.schema.json is this text."""
    schema = {
        "$schema": _DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}:reading",
        "title": "Reading",
        "$ref": "#/$defs/Reading",
        "$defs": schemas_of_reading("#/$defs/{name}"),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode()


def event_schema() -> str:
    """Return the published schema of the event, indented; docs/reading-stored.schema.json is this text."""
    schema = {
        "$schema": _DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}:reading-stored",
        "title": "CloudEvent",
        "$ref": "#/$defs/CloudEvent",
        "$defs": _schemas_of(CloudEvent, "#/$defs/{name}"),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode()


def schemas_of_reading(ref_template: str) -> dict[str, Any]:
    """Return the schemas of Reading and of all structs in it, by name.

    ref_template: the text of a reference to {name}.
    """
    return _schemas_of(Reading, ref_template)


def _schemas_of(struct: type[Struct], ref_template: str) -> dict[str, Any]:
    _, schemas = msgspec.json.schema_components([struct], ref_template=ref_template)
    marks = _marks(struct, {})
    return {name: _described(schema, marks.get(name, {})) for name, schema in schemas.items()}


def _described(schema: dict[str, Any], marks: dict[str, str]) -> dict[str, Any]:
    described = {**schema, "description": cleandoc(schema["description"]).partition("\n\n>>>")[0]}
    if "properties" in schema:
        described["properties"] = {
            name: {**({"description": marks[name]} if name in marks else {}), **_as_written(field)}
            for name, field in schema["properties"].items()
        }
    if not schema.get("required"):
        described.pop("required", None)
    return described


def _as_written(field: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field as it is in JSON: an absent field is left out and never null."""
    choices = [choice for choice in field.get("anyOf", ()) if choice != _NULL]
    if len(choices) == 1:
        field = {**{key: field[key] for key in field.keys() - {"anyOf", "default"}}, **choices[0]}
    return {**field, "pattern": _DECIMAL} if field.get("format") == "decimal" else field


def _marks(struct: type[Struct], marks: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Add the descriptions of the fields of a struct and of all structs below it, by struct and field name."""
    if struct.__name__ not in marks:
        hints = get_type_hints(struct, include_extras=True)
        marks[struct.__name__] = {name: text for name, hint in hints.items() if (text := _text_of(hint))}
        for below in (each for hint in hints.values() for each in _structs(hint)):
            _marks(below, marks)
    return marks


def _structs(hint: Any) -> Iterator[type[Struct]]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for part in get_args(hint):
        yield from _structs(part)


def _text_of(hint: Any) -> str:
    mark = next((each for each in getattr(hint, "__metadata__", ()) if isinstance(each, BT | BG | Component)), None)
    if isinstance(mark, Component):
        return mark.name.capitalize()
    return ", ".join(f"{_names()[term]} ({term})" for term in mark.terms) if mark else ""


@cache
def _names() -> dict[str, str]:
    return {term.term: term.name for term in terms()}
