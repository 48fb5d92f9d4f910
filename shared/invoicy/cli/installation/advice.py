"""Commands that add an extra to this installation or repair it. They depend on the way invoicy was installed."""

import shlex
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

EXTRAS = ("qr", "show", "web")
_REINSTALL = {"uv": ("--reinstall",), "pipx": (), "python": ("--force-reinstall",)}


class Installation(msgspec.Struct, frozen=True):
    """A Python environment with invoicy.

    prefix: its folder. origin: the source that pip recorded (PEP 610), None for a package index. tools: "pip" if it is
    in the environment, "uv" if it is on the PATH.
    """

    prefix: Path
    origin: str | None
    tools: frozenset[str] = frozenset()


def how_to_get(extra: str, installation: Installation | None = None) -> str:
    """Return a sentence with the command that adds an extra, "qr", "show" or "web". None: the running installation."""
    here = installation or running()
    checkout = _checkout(here)
    if checkout:
        return f"Run `make install` in {checkout}."
    command = _command(here, extra)
    return f"Run `{shlex.join(command)}`." if command else _by_hand(here, extra)


def how_to_repair(installation: Installation | None = None) -> str:
    """Return a sentence with the command that reinstalls invoicy and its requirements."""
    here = installation or running()
    checkout = _checkout(here)
    if checkout:
        return f"Delete {here.prefix} and run `make install` in {checkout}."
    command = _command(here, "", again=True)
    return f"Run `{shlex.join(command)}`." if command else f"Install invoicy again into {here.prefix}."


def running() -> Installation:
    """Return the installation of this process."""
    tools = {"pip": find_spec("pip") is not None, "uv": shutil.which("uv") is not None}
    return Installation(Path(sys.prefix), _origin(), frozenset(name for name, is_there in tools.items() if is_there))


def _origin() -> str | None:
    try:
        text = distribution("invoicy").read_text("direct_url.json")
    except PackageNotFoundError:  # started from the source folder, not installed
        return str(Path(__file__).parents[3])
    if text is None:
        return None
    recorded = msgspec.json.decode(text)
    address = urlsplit(recorded["url"])
    if address.scheme == "file":
        return unquote(address.path)
    version_control = recorded.get("vcs_info", {}).get("vcs")
    folder = recorded.get("subdirectory")
    prefix = f"{version_control}+" if version_control else ""
    return f"{prefix}{recorded['url']}" + (f"#subdirectory={folder}" if folder else "")


def _checkout(here: Installation) -> Path | None:
    """Return the checkout whose `make install` created the environment; None for any other environment."""
    checkout = here.prefix.parent
    is_of_checkout = here.prefix.name == ".venv" and here.origin == str(checkout / "shared")
    return checkout if is_of_checkout and (checkout / "Makefile").is_file() else None


def _command(here: Installation, extra: str, *, again: bool = False) -> list[str]:
    installer = _installer(here)
    if not installer:
        return []
    options = _REINSTALL[Path(installer[0]).name] if again else ()
    replaces_all = "--force" in installer  # extras that are not named would be removed
    extras = ",".join(EXTRAS) if replaces_all else extra
    return [*installer, *options, _requirement(here, f"[{extras}]" if extras else "")]


def _installer(here: Installation) -> list[str]:
    python = str(here.prefix / "bin" / "python")
    if (here.prefix / "uv-receipt.toml").is_file():
        return ["uv", "tool", "install", "--force"]
    if (here.prefix / "pipx_metadata.json").is_file():
        return ["pipx", "install", "--force"]
    if "pip" in here.tools:
        return [python, "-m", "pip", "install"]
    return ["uv", "pip", "install", "--python", python] if "uv" in here.tools else []


def _requirement(here: Installation, extras: str) -> str:
    if here.origin is None:
        return f"invoicy{extras}"
    is_local = "://" not in here.origin
    return f"{here.origin}{extras}" if is_local else f"invoicy{extras} @ {here.origin}"


def _by_hand(here: Installation, extra: str) -> str:
    return f"Install {_requirement(here, f'[{extra}]')} into {here.prefix} with the tool that created it."
