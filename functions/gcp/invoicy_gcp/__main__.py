"""One image for every service and job: `python -m invoicy_gcp http|messages|bucket|archive`."""

import os
import sys
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path

import click

from invoicy.errors import InvoicyError

_PORT = "8080"
_SECONDS_TO_STOP = 8  # Cloud Run allows 10


def _serve_function(module: str, signature_type: str) -> None:
    """Run functions-framework's command in this process; a second interpreter would cost a cold start 0.1 s of CPU."""
    (command,) = distribution("functions-framework").entry_points.select(name="functions-framework")
    source = str(Path(__file__).with_name(f"{module}.py"))
    command.load()(["--source", source, "--target", "handler", "--signature-type", signature_type])


def _bucket() -> None:
    _serve_function("bucket", "cloudevent")


def _messages() -> None:
    _serve_function("messages", "http")


def _http() -> None:
    import uvicorn  # only for this service

    uvicorn.run(
        "invoicy_gcp.http:app",
        factory=True,
        host="0.0.0.0",  # noqa: S104  the container's own network
        port=int(os.environ.get("PORT", _PORT)),
        log_config=None,  # its lines are written like ours
        access_log=False,  # Cloud Run writes one
        timeout_graceful_shutdown=_SECONDS_TO_STOP,
    )


def _archive() -> None:
    from invoicy_gcp.archive import main  # only for the job

    sys.exit(main(os.environ))


COMMANDS: dict[str, Callable[[], None]] = {
    "http": _http,
    "messages": _messages,
    "bucket": _bucket,
    "archive": _archive,
}


@click.command()
@click.argument("command", type=click.Choice(list(COMMANDS)), default="http")
def main(command: str) -> None:
    """Start a service or the job on Cloud Run; the HTTP service by default."""
    try:
        COMMANDS[command]()
    except InvoicyError as error:  # a setting is missing or wrong
        raise click.ClickException(error.message) from error


if __name__ == "__main__":
    main()
