"""The socket of invoicy serve: the callers that may reach it, and the reasons for refusing to listen."""

import socket

import pytest

from invoicy.errors import AccessRefusedError, InvalidArgumentError, SettingsError
from invoicy.local import LocalSettings
from invoicy.local.listening import listen, url_here, url_of

PLAIN = LocalSettings.load({})
WITH_KEY = LocalSettings.load({"INVOICY_API_KEYS": "acme=k1"})
FOR_ALL = LocalSettings.load({"INVOICY_AUTH": "none"})
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104  what is tested


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1"])
def test_on_this_machine_no_key_is_needed(host: str) -> None:
    with listen(host, 0, PLAIN) as listening:
        port = listening.getsockname()[1]
        assert url_of(listening, host) == (f"http://[::1]:{port}" if host == "::1" else f"http://{host}:{port}")
        socket.create_connection((host, port), timeout=5).close()


@pytest.mark.parametrize(("host", "named"), [("0.0.0.0", "0.0.0.0"), ("::", "::"), ("", "")])  # noqa: S104  what is tested
def test_an_address_that_other_machines_reach_needs_a_key(host: str, named: str) -> None:
    with pytest.raises(SettingsError) as raised:
        listen(host, 0, PLAIN)
    assert raised.value.message.startswith(f"Listening on {named}")
    assert raised.value.message.endswith(
        " needs a key, because other machines can reach this address. "
        "Set INVOICY_API_KEYS=TENANT=KEY, or INVOICY_AUTH=none to accept requests without a key."
    )


@pytest.mark.parametrize("settings", [WITH_KEY, FOR_ALL], ids=["key", "for all"])
@pytest.mark.parametrize("host", EVERYWHERE)
def test_with_a_key_or_for_everybody_it_listens(host: str, settings: LocalSettings) -> None:
    with listen(host, 0, settings) as listening:
        assert url_of(listening, host).startswith(("http://0.0.0.0:", "http://[::]:"))
        assert url_here(listening, host).startswith(("http://127.0.0.1:", "http://[::1]:"))


def test_keys_and_no_auth_contradict_each_other() -> None:
    settings = LocalSettings.load({"INVOICY_AUTH": "none", "INVOICY_API_KEYS": "acme=k1"})
    with pytest.raises(SettingsError, match="INVOICY_AUTH is none, but INVOICY_API_KEYS is set"):
        listen("127.0.0.1", 0, settings)


@pytest.mark.parametrize(
    ("host", "sentence"),
    [
        ("no-such-host.invalid", "Unknown address 'no-such-host.invalid'"),
        ("a..b", "Unknown address 'a..b'"),
        ("192.0.2.1", "This machine does not have the address 192.0.2.1"),
    ],
)
def test_an_address_that_this_machine_does_not_have_is_refused(host: str, sentence: str) -> None:
    with pytest.raises(InvalidArgumentError, match=sentence):
        listen(host, 0, FOR_ALL)


def test_a_port_in_use_is_reported_with_another_port() -> None:
    with listen("127.0.0.1", 0, PLAIN) as other:
        port = other.getsockname()[1]
        with pytest.raises(AccessRefusedError, match=f"Port {port} is in use by another program; .* --port {port + 1}"):
            listen("127.0.0.1", port, PLAIN)
