"""Semantic data types of EN 16931-1, and the annotations that tie a field to its business term."""

from typing import Annotated, Final

from msgspec import Struct


class BT:
    """The business terms of a field: one, or one for each group that shares the struct."""

    def __init__(self, *numbers: int | str) -> None:
        self.terms: Final = tuple(f"BT-{number}" for number in numbers)


class BG:
    """The business groups of a field."""

    def __init__(self, *numbers: int | str) -> None:
        self.terms: Final = tuple(f"BG-{number}" for number in numbers)


class Component:
    """A component of a semantic data type, such as the scheme of an identifier."""

    def __init__(self, name: str) -> None:
        self.name: Final = name


class Group(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A business group. It is immutable; absent terms are None or an empty tuple and are left out of JSON."""


class Identifier(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An identifier with its scheme (EN 16931-1, 6.5.5)."""

    value: Annotated[str | None, Component("content")] = None
    scheme: Annotated[str | None, Component("scheme identifier")] = None
    scheme_version: Annotated[str | None, Component("scheme version identifier")] = None
    name: Annotated[str | None, Component("name")] = None


class BinaryObject(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An attached file (EN 16931-1, 6.5.12); its content is base64 in JSON."""

    content: Annotated[bytes | None, Component("content")] = None
    mime_code: Annotated[str | None, Component("mime code")] = None
    filename: Annotated[str | None, Component("filename")] = None
