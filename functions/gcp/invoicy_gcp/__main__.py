"""One image, the command chooses: `python -m invoicy_gcp bucket|messages|http|archive`."""

import sys
from collections.abc import Callable
from os import environ
from pathlib import Path

_PORT = "8080"
_SECONDS_TO_STOP = 8  # Cloud Run gives ten


def _function(name: str, signature: str) -> None:
    from functions_framework._cli import _cli  # the framework's own command; its server forks, so nothing before it

    source = str(Path(__file__).with_name(f"{name}.py"))
    _cli(["--source", source, "--target", "handler", "--signature-type", signature])


def _bucket() -> None:
    _function("bucket", "cloudevent")


def _messages() -> None:
    _function("messages", "http")


def _http() -> None:
    import uvicorn  # only where it serves

    port = int(environ.get("PORT", _PORT))
    # log_config None: its lines go the way of ours. No access log: Cloud Run writes one.
    uvicorn.run(
        "invoicy_gcp.http:app",
        host="0.0.0.0",  # noqa: S104  a container's own network
        port=port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=_SECONDS_TO_STOP,
    )


def _archive() -> None:
    from invoicy_gcp.archive import main  # only for a job

    sys.exit(main(environ))


COMMANDS: dict[str, Callable[[], None]] = {
    "bucket": _bucket,
    "messages": _messages,
    "http": _http,
    "archive": _archive,
}


def main(arguments: list[str]) -> None:
    """Run the command; without one, the HTTP service. Exit 2 for a command that there is not."""
    name = arguments[0] if arguments else "http"
    if name not in COMMANDS:
        sys.stderr.write(f"There is no command {name}; choose from {', '.join(COMMANDS)}.\n")
        sys.exit(2)
    COMMANDS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
