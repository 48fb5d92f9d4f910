"""Settings from the environment variables INVOICY_*. All missing and wrong ones are reported at once."""

from collections.abc import Mapping, Sequence
from enum import EnumType
from hmac import compare_digest
from pathlib import Path
from typing import Annotated, Any, Self, get_type_hints

import msgspec
from msgspec import Meta, Struct

from invoicy.errors import SettingsError
from invoicy.model.profiles import Profile

PREFIX = "INVOICY_"
TENANT_NAME = r"[a-z0-9][a-z0-9_-]{0,62}"  # within a longer pattern
TENANT_PATTERN = f"^{TENANT_NAME}$"

Tenant = Annotated[str, Meta(pattern=TENANT_PATTERN)]


class ApiKeys:
    """The keys of callers, each as `tenant=key`, separated by commas. Never printed."""

    def __init__(self, text: str = "") -> None:
        pairs = [pair.strip().partition("=") for pair in text.split(",") if pair.strip()]
        self._tenants = tuple((key.encode(), msgspec.convert(tenant, Tenant)) for tenant, _, key in pairs)
        if any(not key for key, _ in self._tenants):
            raise ValueError("Expected `tenant=key`")

    def __bool__(self) -> bool:
        return bool(self._tenants)

    def tenant_of(self, key: str) -> str | None:
        """Return the tenant with this key, None for an unknown key. Takes the same time for any wrong key."""
        tenants = [tenant for known, tenant in self._tenants if compare_digest(known, key.encode())]
        return tenants[0] if tenants else None


class Names:
    """Names in one text, separated by `;` because names of companies contain commas and spaces."""

    def __init__(self, text: str = "") -> None:
        self.values = tuple(name.strip() for name in text.split(";") if name.strip())


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of every handler. A cloud adds its own in a subclass. The field `tenant` is INVOICY_TENANT."""

    tenant: Annotated[str, Meta(pattern=TENANT_PATTERN, description="the tenant of documents that name none")] = (
        "default"
    )
    profile: Annotated[Profile, Meta(description="the rules to check invoices against")] = Profile.AUTO
    api_keys: Annotated[
        ApiKeys, Meta(description="the keys of callers over HTTP, each as `tenant=key`, separated by commas")
    ] = msgspec.field(default_factory=ApiKeys)
    max_upload_bytes: Annotated[
        int, Meta(ge=1, description="the largest body taken over HTTP, in bytes; by default 32 MB")
    ] = 32 * 1024 * 1024

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Self:
        """Read the settings. An empty variable counts as absent. Raises SettingsError with all problems."""
        values: dict[str, Any] = {}
        problems: list[str] = []
        hints = get_type_hints(cls, include_extras=True)
        for field in msgspec.structs.fields(cls):
            name, hint = PREFIX + field.name.upper(), hints[field.name]
            text = environment.get(name)
            if text:
                problems += _take(values, field.name, name, text, hint)
            elif field.required:
                problems.append(f"{name} is missing: {_meaning(hint)}.")
        if problems:
            raise SettingsError(tuple(problems))
        return cls(**values)


def meaning_of(settings_type: type[Settings], field: str) -> str:
    """Return the meaning of a setting in a few words."""
    hint = get_type_hints(settings_type, include_extras=True)[field]
    return f"{_meaning(hint)}: {', '.join(Profile)}" if hint.__origin__ is Profile else _meaning(hint)


def _take(values: dict[str, Any], field: str, name: str, text: str, hint: Any) -> list[str]:
    try:
        values[field] = msgspec.convert(text, hint, strict=False, dec_hook=_decode)
    except (msgspec.ValidationError, ValueError):
        # The message does not quote the value: it may be a key, and messages end up in logs.
        return [f"{name} must {_expectation(hint)}."]
    return []


def _expectation(hint: Any) -> str:
    """Return the end of a sentence that starts with the setting's name and "must"."""
    value_type, (meta, *_) = hint.__origin__, hint.__metadata__
    if value_type is int:
        return f"be a whole number from {meta.ge} {'up' if meta.le is None else f'to {meta.le}'}"
    if value_type is ApiKeys:
        return "look like acme=KEY1,globex=KEY2"
    if meta.pattern == TENANT_PATTERN:
        return "be at most 63 lower-case letters, digits, hyphens and underscores, and start with a letter or a digit"
    return f"be {_either(tuple(value_type))}" if isinstance(value_type, EnumType) else "be another text"


def _either(values: Sequence[str]) -> str:
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else last


def _decode(value_type: type, value: str) -> Path | ApiKeys | Names:
    if value_type in {Path, ApiKeys, Names}:
        return value_type(value)
    raise NotImplementedError(value_type)


def _meaning(hint: Any) -> str:
    return next((meta.description for meta in hint.__metadata__ if meta.description), "")
