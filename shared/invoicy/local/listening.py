"""The socket on which `invoicy serve` listens."""

import errno
import socket
from ipaddress import ip_address

from invoicy.errors import AccessRefusedError, InvalidArgumentError, SettingsError
from invoicy.local import Auth, LocalSettings

_BACKLOG = 2048
_FIRST_FREE_PORT = 1024


def listen(host: str, port: int, settings: LocalSettings) -> socket.socket:
    """Return a socket that listens on host and port.

    Raises SettingsError if other machines could send requests without a key, InvalidArgumentError for an address that
    this machine does not have, AccessRefusedError for a port that is in use or not permitted.
    """
    family, address = _resolve(host, port)
    _require_key_or_loopback(host, address, settings)
    try:
        return socket.create_server((address, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise _fault(error, host, port) from error


def url_of(listening: socket.socket, host: str) -> str:
    """Return the URL of the socket. host: value of --host; "" means the socket's address."""
    address, port = listening.getsockname()[:2]
    return _url(host or address, port)


def url_here(listening: socket.socket, host: str) -> str:
    """Return the URL to use on this machine. It is the loopback address if the socket listens on all addresses."""
    address, port = listening.getsockname()[:2]
    if not ip_address(address.partition("%")[0]).is_unspecified:
        return url_of(listening, host)
    return _url("::1" if listening.family is socket.AF_INET6 else "127.0.0.1", port)


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _resolve(host: str, port: int) -> tuple[socket.AddressFamily, str]:
    try:
        addresses = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise InvalidArgumentError(f"Unknown address {host!r}; try --host 127.0.0.1.") from error
    family, *_, address = addresses[0]
    return family, str(address[0])


def _require_key_or_loopback(host: str, address: str, settings: LocalSettings) -> None:
    if settings.api_keys and settings.auth is Auth.NONE:
        raise SettingsError(("INVOICY_AUTH is none, but INVOICY_API_KEYS is set; remove one of them.",))
    is_open = not settings.api_keys and settings.auth is not Auth.NONE
    if is_open and not ip_address(address.partition("%")[0]).is_loopback:
        raise SettingsError(
            (
                f"Listening on {host or address} needs a key, because other machines can reach this address.",
                "Set INVOICY_API_KEYS=TENANT=KEY, or INVOICY_AUTH=none to accept requests without a key.",
            )
        )


def _fault(error: OSError, host: str, port: int) -> AccessRefusedError | InvalidArgumentError:
    match error.errno:
        case errno.EADDRINUSE:
            return AccessRefusedError(f"Port {port} is in use by another program; try --port {port + 1}.")
        case errno.EACCES | errno.EPERM:
            return AccessRefusedError(
                f"Listening on port {port} is not permitted; choose a port from {_FIRST_FREE_PORT} on."
            )
        case errno.EADDRNOTAVAIL:
            return InvalidArgumentError(f"This machine does not have the address {host}; try --host 127.0.0.1.")
        case _:
            return AccessRefusedError(f"Listening on {host}, port {port}, is not possible: {error.strerror}.")
