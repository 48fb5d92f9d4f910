"""Advice that this installation can follow: the way invoicy was installed says how to add an extra or repair it."""

import shlex
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

EXTRAS = ("qr", "show", "web")
_ANEW = {"uv": ("--reinstall",), "pipx": (), "python": ("--force-reinstall",)}


class Installation(msgspec.Struct, frozen=True):
    """An environment that holds invoicy.

    prefix: its folder. origin: what pip recorded as the source (PEP 610); None where it came from a package index.
    tools: those of "pip" (in the environment) and "uv" (on the PATH) that are there.
    """

    prefix: Path
    origin: str | None
    tools: frozenset[str] = frozenset()


def how_to_get(extra: str, installation: Installation | None = None) -> str:
    """One sentence with the command that adds an extra ("qr", "show" or "web") to the running installation."""
    here = installation or running()
    checkout = _checkout(here)
    if checkout:
        return f"Run `make install` in {checkout}."
    command = _command(here, extra)
    return f"Run `{shlex.join(command)}`." if command else _by_hand(here, extra)


def how_to_repair(installation: Installation | None = None) -> str:
    """One sentence that says how to install invoicy and its requirements anew."""
    here = installation or running()
    checkout = _checkout(here)
    if checkout:
        return f"Delete {here.prefix} and run `make install` in {checkout}."
    command = _command(here, "", anew=True)
    return f"Run `{shlex.join(command)}`." if command else f"Install invoicy anew into {here.prefix}."


def running() -> Installation:
    """The installation that this process runs from."""
    tools = {"pip": find_spec("pip") is not None, "uv": shutil.which("uv") is not None}
    return Installation(Path(sys.prefix), _origin(), frozenset(name for name, is_there in tools.items() if is_there))


def _origin() -> str | None:
    try:
        text = distribution("invoicy").read_text("direct_url.json")
    except PackageNotFoundError:  # run from its source folder, without having been installed
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
    """The folder whose `make install` made this environment."""
    checkout = here.prefix.parent
    is_ours = here.prefix.name == ".venv" and here.origin == str(checkout / "shared")
    return checkout if is_ours and (checkout / "Makefile").is_file() else None


def _command(here: Installation, extra: str, *, anew: bool = False) -> list[str]:
    installer = _installer(here)
    if not installer:
        return []
    options = _ANEW[Path(installer[0]).name] if anew else ()
    replaces_all = "--force" in installer  # the extras that are there would go
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
    return f"Install {_requirement(here, f'[{extra}]')} into {here.prefix} with the tool that made it."
