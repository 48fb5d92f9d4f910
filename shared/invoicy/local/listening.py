"""A socket to listen on, and one sentence for each reason why there is none."""

import errno
import socket
from ipaddress import ip_address

from invoicy.errors import AccessRefusedError, InvalidArgumentError, SettingsError
from invoicy.local import Auth, LocalSettings

_BACKLOG = 2048
_FIRST_FREE_PORT = 1024


def listen(host: str, port: int, settings: LocalSettings) -> socket.socket:
    """A socket that listens on host and port.

    Raises SettingsError where other machines could reach it and nothing keeps them out, InvalidArgumentError for an
    address that this machine does not have, AccessRefusedError for a port that cannot be had.
    """
    family, address = _resolve(host, port)
    _check_that_strangers_stay_out(host, address, settings)
    try:
        return socket.create_server((address, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise _fault(error, host, port) from error


def url_of(listening: socket.socket, host: str) -> str:
    """The address that the socket listens on, as a URL."""
    address, port = listening.getsockname()[:2]
    return _url(host or address, port)


def url_here(listening: socket.socket, host: str) -> str:
    """The URL to type on this machine: its loopback address where the socket listens on all addresses."""
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
        raise InvalidArgumentError(f"There is no address {host!r}; try --host 127.0.0.1.") from error
    family, *_, address = addresses[0]
    return family, str(address[0])


def _check_that_strangers_stay_out(host: str, address: str, settings: LocalSettings) -> None:
    if settings.api_keys and settings.auth is Auth.NONE:
        raise SettingsError(("INVOICY_AUTH is none, but INVOICY_API_KEYS has keys; remove one of them.",))
    is_open = not settings.api_keys and settings.auth is not Auth.NONE
    if is_open and not ip_address(address.partition("%")[0]).is_loopback:
        raise SettingsError(
            (
                f"Refusing to listen on {host or address} without a key.",
                "Set INVOICY_API_KEYS=TENANT=KEY, or INVOICY_AUTH=none to let everybody in.",
            )
        )


def _fault(error: OSError, host: str, port: int) -> AccessRefusedError | InvalidArgumentError:
    match error.errno:
        case errno.EADDRINUSE:
            return AccessRefusedError(f"Port {port} is in use by another program; choose another: --port {port + 1}.")
        case errno.EACCES | errno.EPERM:
            return AccessRefusedError(f"You may not listen on port {port}; choose one from {_FIRST_FREE_PORT} on.")
        case errno.EADDRNOTAVAIL:
            return InvalidArgumentError(f"This machine does not have the address {host}; try --host 127.0.0.1.")
        case _:
            return AccessRefusedError(f"Listening on {host}, port {port}, is not possible: {error.strerror}.")
