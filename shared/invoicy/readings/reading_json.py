"""The JSON of a reading, and the sentences for a text that is not one."""

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Struct

from invoicy.model.conversion import decode_json

SCHEMA = "invoicy/1"


class _Header(Struct):
    schema: str = SCHEMA


def encoded_json(reading: Struct) -> bytes:
    """Encode a reading as UTF-8 JSON on one line. Amounts are strings in plain notation."""
    return msgspec.json.encode(_plain(msgspec.to_builtins(reading, builtin_types=(Decimal,))))


def sentence_for_invalid(text: str | bytes, error: Exception) -> str:
    """Return the sentence for a text that is not a reading. error: from decoding it."""
    try:
        schema = decode_json(text, _Header).schema
    except msgspec.ValidationError:
        return "This is JSON, but not a reading."
    except (msgspec.DecodeError, UnicodeError):
        return "This is not a reading: it is not JSON."
    if schema != SCHEMA:
        return sentence_for_schema(schema)
    place = str(error).partition(" - at `$.")[2].rstrip("`")
    return f"This is JSON, but not a reading: {place or 'a field that every reading has'} is missing or wrong."


def sentence_for_schema(schema: str) -> str:
    """Return the sentence for a reading of another schema."""
    return f"This is JSON of the schema '{schema}'; this version of Invoicy loads '{SCHEMA}'."


def _plain(value: Any) -> Any:
    """Encode a Decimal in plain notation: str() would print 0E-8 for a price of 0.00000000."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
