"""Who calls: the tenant whose key the caller shows."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Header, HTTPException, Request

from invoicy.settings import Settings

_SCHEME = "Bearer"


def tenant_of_caller(request: Request, authorization: Annotated[str | None, Header()] = None) -> str:
    """The caller's tenant: by its key, or the service's own where it knows no keys. Raises 401 for anyone else."""
    settings: Settings = request.app.state.settings
    if not settings.api_keys:
        return settings.tenant
    scheme, _, key = (authorization or "").partition(" ")
    tenant = settings.api_keys.tenant_of(key.strip()) if scheme.casefold() == _SCHEME.casefold() else None
    if tenant is None:
        detail = "Send a key of this service: `Authorization: Bearer KEY`."
        raise HTTPException(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": _SCHEME})
    return tenant


Tenant = Annotated[str, Depends(tenant_of_caller)]
