"""Callers and their tenants. A caller belongs to the tenant of its key."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from invoicy.settings import Settings

_KEY = HTTPBearer(
    scheme_name="key",
    description="A key of this service (INVOICY_API_KEYS). A service without keys accepts every request.",
    auto_error=False,
)


def tenant_of_caller(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_KEY)]
) -> str:
    """Return the tenant of the caller's key, or the service's own tenant if it has no keys. Raises 401."""
    settings: Settings = request.app.state.settings
    detail = "The key is missing or unknown. Send a key of this service: `Authorization: Bearer KEY`."
    return tenant_of_key(settings, credentials.credentials.strip() if credentials else "", detail)


def tenant_of_key(settings: Settings, key: str, detail: str) -> str:
    """Return the tenant of a key. detail: the sentence of the 401 for a wrong key."""
    if not settings.api_keys:
        return settings.tenant
    tenant = settings.api_keys.tenant_of(key)
    if tenant is None:
        raise HTTPException(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": "Bearer"})
    return tenant


Tenant = Annotated[str, Depends(tenant_of_caller)]
